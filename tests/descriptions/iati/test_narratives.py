"""Narratives are cut into paragraphs, each with its language, its heading and its line."""

from __future__ import annotations

from pathlib import Path

from checker.descriptions.iati.activity import described
from checker.descriptions.iati.element import parse
from checker.descriptions.iati.narratives import Narrative, texts
from checker.descriptions.iati.stream import read_pieces
from checker.knowledge import load
from checker.knowledge.model import Text
from tests.descriptions.iati.making import activity, written
from tests.shared_material import ROOT

EXAMPLE = ROOT / "examples" / "iati" / "reintegration-activities.xml"


def narratives(file: Path) -> tuple[Narrative, ...]:
    return described(parse(next(iter(read_pieces(file))), file.name), load().iati).narratives


def test_paragraphs_and_items_of_lists_stand_alone() -> None:
    lines = EXAMPLE.read_text("utf-8").splitlines()
    found = narratives(EXAMPLE)
    assert len([n for n in found if n.line in range(15, 22)]) == 5
    for narrative in found:
        assert narrative.text.split(".")[0] in lines[narrative.line - 1]


def test_headings_say_what_a_narrative_is() -> None:
    by = {n.line: (n.language, n.heading.in_(n.language)) for n in narratives(EXAMPLE)}
    assert by[10] == ("en", "Title")
    assert by[24] == ("es", "Descripción")
    assert by[28] == ("fr", "Objectifs")
    assert by[31] == ("en", "Target groups")
    assert by[85] == ("en", "Indicators")


def test_names_of_organisations_and_places_are_no_text_of_the_draft() -> None:
    said = " ".join(n.text for n in narratives(EXAMPLE))
    assert "Homecoming Association" not in said
    assert "Ministry of Labour" not in said


def test_each_language_is_a_document_whose_passages_have_their_lines() -> None:
    found = texts(narratives(EXAMPLE), ("en", "es", "fr"), "en", path="x", sha256="y")
    assert [t.language for t in found] == ["en", "fr", "es"]
    for text in found:
        for passage in text.document.passages:
            assert text.document.text[passage.start : passage.end] == passage.text
            assert text.lines[passage.start] > 9
        assert text.document.passages[0].kind == "heading"
        assert {p.heading[0] for p in text.document.passages[1:]} == {text.document.passages[0].text}


def test_what_names_no_language_counts_as_the_main_one_and_others_are_left() -> None:
    found = [Narrative("Uno", "", 1, Text()), Narrative("واحد", "ar", 2, Text()), Narrative("Deux", "fr", 3, Text())]
    assert {t.language: t.document.text for t in texts(found, ("en", "es", "fr"), "es", path="x", sha256="y")} == {
        "es": "Uno",
        "fr": "Deux",
    }


def test_an_activity_without_words_has_none(tmp_path: Path) -> None:
    assert narratives(written(tmp_path, activity("<title><narrative> \n </narrative></title>"))) == ()
