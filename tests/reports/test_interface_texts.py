"""Every word of the interface is there, in three languages, and used."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import checker.reports
from checker.errors import CallError, ToolError
from checker.reader.answer import WHYS
from checker.report import STRENGTHS, VERDICTS
from checker.reports import FORMATS, render
from checker.reports.texts import Wording
from tests.reports.sample import LANGUAGES, sample, texts
from ui.pages import ENTRIES

ROOM = Path(checker.reports.__file__).parent
BUILT = (
    {f"{kind}-{verdict}" for kind in ("verdict", "meaning") for verdict in VERDICTS}
    | {f"{kind}-{strength}" for kind in ("strength", "meaning") for strength in STRENGTHS}
    | {f"month-{n}" for n in range(1, 13)}
    | {f"language-{language}" for language in LANGUAGES}
    | {f"confidence-{level}" for level in ("high", "middle", "low")}
    | {f"sort-{key}" for key in ("verdict", "strength", "theme", "id")}
    | {f"condition-holds-{why}" for why in ("person", "kind", "passage", "assumed")}
    | {f"condition-fails-{why}" for why in ("person", "assumed")}
    | {f"claim-{state}" for state in ("held", "unbroken", "open", "issue")}
    | {text_id for text_id in texts("en") if text_id.startswith("note-read-")}
    | {f"note-{what}-unsure" for what in ("kind", "language")}
    | {f"reader-why-{why}" for why in WHYS}
    | {f"download-{name}" for name in ("html", "json")}
    | {f"page-{entry.name}" for entry in ENTRIES}
    | {f"desk-sort-{order}" for order in ("work", "verdict", "strength", "draft", "id")}
)


def used() -> set[str]:
    """Ids that this room's sources ask for by name."""
    return {
        name for source in sources(ROOM) for name in re.findall(r'\b(?:say|self|t)\("([a-z0-9-]*[a-z0-9])"', source)
    }


def sources(folder: Path) -> list[str]:
    files = (*folder.rglob("*.py"), *folder.rglob("*.j2"), *folder.rglob("*.js"))
    return [path.read_text(encoding="utf-8") for path in files]


def test_each_use_has_a_text() -> None:
    assert used() | BUILT <= texts("en").keys()


def test_each_text_is_used_by_a_report_or_a_screen() -> None:
    everywhere = "".join(sources(ROOM.parent) + sources(ROOM.parent.parent / "ui"))
    found = re.findall(r'f"((?:[a-z]+-)+)\{|"((?:[a-z]+-)+)" ~', everywhere)
    begun = tuple({start for pair in found for start in pair} - {""})
    unused = {text_id for text_id in texts("en").keys() - BUILT if f'"{text_id}"' not in everywhere}
    assert not {text_id for text_id in unused if not text_id.startswith(begun)}


@pytest.mark.parametrize("language", ["es", "fr"])
def test_languages_hold_the_same_texts_and_fields(language: str) -> None:
    english, other = texts("en"), texts(language)
    assert english.keys() == other.keys()
    for text_id, text in english.items():
        assert fields(text) == fields(other[text_id]), text_id
        assert other[text_id]


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_formats_by_name() -> None:
    assert FORMATS == (
        "csv", "earl", "github", "gitlab", "html", "json", "junit", "markdown", "sarif", "shacl", "text",
    )  # fmt: skip
    with pytest.raises(CallError, match=r"unknown report format 'pdf'; use one of csv, earl, github, .*, text"):
        render(sample(), "pdf", {})


def test_a_text_that_is_not_there_names_itself() -> None:
    with pytest.raises(ToolError, match="gc:ui-draft"):
        Wording({})("draft")


@pytest.mark.parametrize(
    ("language", "date"),
    [("en", "1 August 2026, 03:30 UTC"), ("es", "1 de agosto de 2026, 03:30 UTC"), ("fr", "1 août 2026, 03:30 UTC")],
)
def test_dates(language: str, date: str) -> None:
    assert Wording(texts(language)).date("2026-07-31T22:30:00-05:00") == date
    assert Wording(texts(language)).date("soon") == "soon"


def test_no_line_of_french_begins_with_a_punctuation_mark() -> None:
    """A space that does not break stands before it, and after an opening quotation mark."""
    breaking = re.compile(r" [:;?!»%]|« ")
    assert {text_id for text_id, text in texts("fr").items() if breaking.search(text)} == set()
