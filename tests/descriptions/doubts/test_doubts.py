"""What would pass in silence is told with its line and the nearest term; what is right is left alone."""

from __future__ import annotations

import csv
from pathlib import Path

import pyoxigraph as ox
import pytest

from checker.check import check
from checker.descriptions.doubts import doubts_in, in_words
from checker.knowledge import load
from tests.shared_material import ROOT

HERE = Path(__file__).parent
PASSING = ROOT / "tests" / "shapes" / "sop-and-data" / "SOP-07-pass.ttl"


def told(file: Path, language: str = "en") -> list[str]:
    texts = load().interface_texts(language)
    return [in_words(doubt, texts) for doubt in doubts_in(file, load())]


@pytest.mark.parametrize(
    "case", list(csv.DictReader((HERE / "misspelt.csv").read_text("utf-8").splitlines(), delimiter="|"))
)
def test_a_slip_is_told(tmp_path: Path, case: dict[str, str]) -> None:
    text = PASSING.read_text("utf-8")
    assert case["written"] in text
    (tmp_path / "a.ttl").write_text(text.replace(case["written"], case["misspelt"]), "utf-8")
    found = told(tmp_path / "a.ttl")
    assert any(line.endswith(case["said"]) for line in found), found
    for language in ("es", "fr"):
        assert len(told(tmp_path / "a.ttl", language)) == len(found)


@pytest.mark.parametrize("file", sorted((ROOT / "examples" / "cases").glob("*.ttl"))[:12], ids=lambda f: f.stem)
def test_what_is_right_is_left_alone(file: Path) -> None:
    assert told(file) == []


def test_terms_of_ones_own_and_other_vocabularies_are_left_alone(tmp_path: Path) -> None:
    more = "\ngc:OurOwn a <http://schema.org/Thing> ; <http://schema.org/name> 'x' .\nex:draft gc:hasNote gc:OurOwn ."
    (tmp_path / "a.ttl").write_text(PASSING.read_text("utf-8") + more, "utf-8")
    assert [line for line in told(tmp_path / "a.ttl") if "OurOwn" in line or "schema.org" in line] == []


@pytest.mark.parametrize("syntax", [ox.RdfFormat.N_TRIPLES, ox.RdfFormat.RDF_XML, ox.RdfFormat.JSON_LD], ids=str)
def test_every_syntax_is_looked_through(tmp_path: Path, syntax: ox.RdfFormat) -> None:
    text = PASSING.read_text("utf-8").replace("gc:SopDraft", "gc:SopDraf")
    file = tmp_path / f"a.{syntax.file_extension}"
    file.write_bytes(ox.serialize(list(ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)), format=syntax) or b"")
    assert any("Did you mean gc:SopDraft?" in line for line in told(file))


def test_a_draft_that_is_checked_has_its_doubts_in_its_notes(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(PASSING.read_text("utf-8").replace("hasTiming", "hasTimming"), "utf-8")
    (found,) = check([tmp_path / "a.ttl"], load()).report.inputs
    (doubt,) = found.doubts
    assert (doubt.term, doubt.near) == ("gc:hasTimming", "gc:hasTiming")
    assert found.notes[0] == in_words(doubt, load().interface_texts(found.language))


def test_what_cannot_be_read_raises_no_doubt(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("not turtle", "utf-8")
    assert told(tmp_path / "a.ttl") == []
