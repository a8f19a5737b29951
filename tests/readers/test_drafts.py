"""Realistic drafts: every passage that a careful reader quoted is found, each in one passage."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from checker.readers import read

from .making import outline

DRAFTS = (
    "community-es.pdf", "coordination-en.pdf", "proposal-en.pdf",
    "mainstreaming-en.docx", "policy-es.docx", "referral-fr.docx", "sop-en.docx",
)  # fmt: skip


def plain(text: str) -> str:
    """The text without cell borders, and with one kind of apostrophe."""
    return " ".join(text.replace("|", " ").replace("’", "'").replace("‘", "'").split())


@pytest.mark.parametrize("name", DRAFTS)
def test_quoted_passages_are_found(shared: Path, name: str) -> None:
    path = shared / "drafts" / "dev" / name
    document = read(path)
    with path.with_suffix(".gold.csv").open(encoding="utf-8", newline="") as stream:
        quotes = [q for row in csv.DictReader(stream) for q in row["quotes"].split("||") if q.strip()]
    whole = plain(document.text)
    assert [quote for quote in quotes if plain(quote) not in whole] == []
    passages = [plain(passage.text) for passage in document.passages]
    inside = sum(any(plain(quote) in passage for passage in passages) for quote in quotes)
    assert inside >= 0.98 * len(quotes)


def test_headings_of_a_pdf_with_an_outline(shared: Path) -> None:
    headings = outline(read(shared / "drafts" / "dev" / "proposal-en.pdf"))
    assert headings[0] == "Kenda Programme – Coming Back to Dembeya and Northern Saru"
    assert "2. Background > 2.1 Country and provinces" in headings
    assert (
        "4. Objectives and activities > 4.5 Component D – Institutions and partner organisations > "
        "4.5.1 Communes and associations working together"
    ) in headings


def test_a_row_cut_by_a_page_break_is_whole(shared: Path) -> None:
    document = read(shared / "drafts" / "dev" / "coordination-en.pdf")
    row = next(passage for passage in document.passages if passage.text.startswith("11 | State Housing Fund"))
    assert row.text == "11 | State Housing Fund | Public establishment, provider of housing | Director | yes"
    assert row.lead == "No. | Body | Kind of body | Person sitting on the Committee | Vote"
    assert row.page == 5
