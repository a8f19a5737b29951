"""A draft's text as a description: statements with their places, which can be checked as any RDF."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from checker.check import Options, check
from checker.cli import cli
from checker.errors import CallError
from checker.knowledge import load
from checker.knowledge.names import GC, OA, TYPE
from checker.reading import write_description
from tests.shared_material import ROOT

DRAFT = ROOT / "examples" / "drafts" / "sop-reintegration-en.docx"


def test_what_was_read_is_turtle_with_quotes_from_the_draft(tmp_path: Path) -> None:
    from checker.readers import read

    done = write_description(DRAFT, tmp_path / "sop.ttl", load())
    triples = list(ox.parse(path=done.file))
    assert len(triples) == done.triples
    text = read(DRAFT).text
    quotes = [t.object.value for t in triples if t.predicate.value == OA + "exact"]
    assert len(quotes) > 20
    assert [q for q in quotes if q not in text] == []
    assert any(t.predicate.value == TYPE and t.object.value == GC + "SopDraft" for t in triples)


def test_what_was_read_can_be_checked_as_a_description(tmp_path: Path) -> None:
    file = write_description(DRAFT, tmp_path / "sop.ttl", load()).file
    outcome = check([file], load(), Options())
    assert outcome.errors == ()
    assert outcome.report.inputs[0].kind == "sop"
    assert any(r.verdict in ("met", "partly-met") for r in outcome.report.inputs[0].requirements)


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="cannot be written"):
        write_description(DRAFT, tmp_path / "nowhere" / "sop.ttl", load())


def test_a_reading_that_somebody_went_on_from_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    reading = Path(f"{DRAFT.stem}.ttl")
    reading.write_text("# corrected by hand", "utf-8")
    with pytest.raises(CallError, match="there already; give --output"):
        cli.main(["read", str(DRAFT)], standalone_mode=False)
    assert reading.read_text("utf-8") == "# corrected by hand"
    cli.main(["read", str(DRAFT), "--output", str(reading)], standalone_mode=False)
    assert reading.read_text("utf-8").startswith("@prefix")
