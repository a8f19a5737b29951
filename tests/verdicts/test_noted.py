"""What readers note of a file, in the language of the report."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import checker.readers
from checker.knowledge import load
from checker.readers.numbering import pages
from checker.verdicts.noted import note_in

KNOWN = load()
NOTES = (
    ("Tracked deletions are left out (3).", "Se omite lo eliminado con control de cambios (3)."),
    ("The table of contents is left out.", "Se omite el índice."),
    (f"Damaged and not read: {pages([4])}.", "Dañado y sin leer: página 4."),
    (f"Damaged and not read: {pages([1, 2, 3, 7])}.", "Dañado y sin leer: páginas 1-3, 7."),
    (f"Damaged and not read: {pages(range(1, 60, 2))}.", "Dañado y sin leer: páginas 1, 3, 5"),
    (
        f"Read by text recognition (OCR), mean quality 87 %: {pages([1, 2, 3])}.",
        "Leído por reconocimiento de texto (OCR), calidad media del 87 %: páginas 1-3.",
    ),
    (
        "Recognised worst, with their quality in percent: pages 7 (61), 2 (70).",
        "Peor reconocidas, con su calidad en porcentaje: páginas 7 (61), 2 (70).",
    ),
)


@pytest.mark.parametrize(("english", "spanish"), NOTES)
def test_in_the_language_of_the_report_and_back(english: str, spanish: str) -> None:
    said = note_in(english, KNOWN, "es")
    assert said.startswith(spanish)
    assert " others" not in said
    assert note_in(note_in(said, KNOWN, "fr"), KNOWN, "en") == english


def test_what_is_not_known_stays() -> None:
    assert note_in("Read by hand.", KNOWN, "fr") == "Read by hand."


def test_every_sentence_of_the_readers_is_known() -> None:
    """Sentences that readers write down, with anything where their numbers stand."""
    folder = Path(checker.readers.__file__).parent
    written = re.findall(
        r'(?<!")"([A-Z][^"]* (?:left out|not read|as accepted|copied|footers|recognised|recognition|worst)\b[^"]*)"',
        _source(folder),
    )
    said = [re.sub(r"\{[^}]*_INSTALL\}", _install(folder), text) for text in written]
    said = [re.sub(r"\{[^}]*\}", "page 7", text) for text in said if text.endswith(".")]
    assert len(said) > 10
    assert [text for text in said if note_in(text, KNOWN, "es") == text] == []


def _source(folder: Path) -> str:
    return "".join(file.read_text("utf-8") for file in folder.rglob("*.py"))


def _install(folder: Path) -> str:
    found = re.search(r'_INSTALL = "([^"]+)"', _source(folder))
    assert found is not None
    return found[1]
