"""What is said of a requirement, and where more of it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.commands.console import show_requirement
from checker.errors import CallError
from checker.knowledge import load
from checker.reference import requirement_page

ENDS = "https://w3id.org/guidecheck/requirement/SOP-07"


@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_all_that_there_is_to_a_requirement(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    knowledge = load()
    show_requirement(knowledge, "sop-7", language)
    said = " ".join(capsys.readouterr().out.split())
    asked = knowledge.requirements["SOP-07"]
    texts = [asked.title, asked.statement, asked.remedy, asked.near_miss, *(c.sentence for c in asked.claims)]
    provisions = [knowledge.provisions[p] for p in asked.provisions]
    expected = [
        *(text.in_(language) for text in texts),
        *(f"{knowledge.documents[p.document].short}, {p.locator}" for p in provisions),
        *(p.text for p in knowledge.passages["SOP-07"] if p.language == language),
    ]
    assert [text for text in expected if " ".join(text.split()) not in said] == []
    assert said.endswith(ENDS)


def test_the_page_in_a_book(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "es" / requirement_page(load(), "SOP-07")
    page.parent.mkdir(parents=True)
    page.touch()
    show_requirement(load(), "SOP-07", "es", tmp_path)
    assert capsys.readouterr().out.rstrip().endswith(str(page.resolve()))


def test_a_folder_that_is_no_book(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="holds no page"):
        show_requirement(load(), "SOP-07", "fr", tmp_path)
