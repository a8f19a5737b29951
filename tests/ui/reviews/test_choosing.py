"""The list of reviews: searched, filtered, sorted, and page by page."""

from dataclasses import replace

import pytest

from checker.knowledge import load
from checker.reports.texts import Wording
from checker.reviews.model import Header
from tests.reviews.drafts import header
from ui.reviews.choosing import AT_ONCE, COLUMNS, STATES, Line, Wanted, lines, listed, sheet

DRAFTS = (
    ("plan 10.docx", "sop", "en", "ana", 0, 50, "2026-01-03"),
    ("plan 9.docx", "programme", "es", "Luc", 25, 50, "2026-01-01"),
    ("Ágora.docx", "national-policy", "fr", "ana", 40, 40, "2026-01-02"),
)


def headers() -> tuple[Header, ...]:
    return tuple(
        replace(
            header(name, kind=kind, language=language),
            name=name, created_by=who, decided=decided, of=of, changed=f"{day}T10:00:00+00:00",
        )
        for name, kind, language, who, decided, of, day in DRAFTS
    )  # fmt: skip


def every(language: str = "en") -> tuple[Line, ...]:
    return lines(headers(), load(), language, Wording(load().interface_texts(language)))


def names(wanted: Wanted) -> list[str]:
    return [line.header.name for line in listed(every(), wanted)]


@pytest.mark.parametrize(
    ("order", "falling", "expected"),
    [
        ("name", False, ["plan 9", "plan 10", "Ágora"]),
        ("kind", False, ["Ágora", "plan 9", "plan 10"]),
        ("language", False, ["plan 10", "Ágora", "plan 9"]),
        ("decided", True, ["Ágora", "plan 9", "plan 10"]),
        ("changed", True, ["plan 10", "Ágora", "plan 9"]),
        ("changed", False, ["plan 9", "Ágora", "plan 10"]),
        ("by", False, ["plan 10", "Ágora", "plan 9"]),
    ],
)  # fmt: skip
def test_orders(order: str, falling: bool, expected: list[str]) -> None:
    found = names(Wanted(order=order, falling=falling))  # type: ignore[arg-type]
    assert [name.removesuffix(".docx") for name in found] == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(search="agora"), ["Ágora.docx"]),
        (Wanted(search="ANA plan"), ["plan 10.docx"]),
        (Wanted(search="national policy"), ["Ágora.docx"]),
        (Wanted(search="spanish"), ["plan 9.docx"]),
        (Wanted(search="nothing such"), []),
        (Wanted(kind="sop"), ["plan 10.docx"]),
        (Wanted(state="untouched"), ["plan 10.docx"]),
        (Wanted(state="under-way"), ["plan 9.docx"]),
        (Wanted(state="done"), ["Ágora.docx"]),
        (Wanted(state="done", kind="sop"), []),
    ],
)  # fmt: skip
def test_filters(wanted: Wanted, expected: list[str]) -> None:
    assert names(wanted) == expected


def test_every_column_sorts_and_every_state_is_known() -> None:
    for column in COLUMNS:
        assert len(names(Wanted(order=column))) == len(DRAFTS)
    assert {line.state for line in every()} == set(STATES)


def test_lines_are_in_the_language_of_the_page() -> None:
    spanish = every("es")[0]
    assert (spanish.kind, spanish.language) == ("Procedimientos operativos estándar", "Inglés")
    assert spanish.changed == "3 de enero de 2026, 10:00 UTC"


def test_what_is_not_known_keeps_its_id() -> None:
    (line,) = lines((header("x", kind="charter", profile="gone"),), load(), "en", Wording(load().interface_texts("en")))
    assert (line.kind, line.profile) == ("charter", "gone")


@pytest.mark.parametrize(
    ("found", "asked", "number", "of", "shown"),
    [
        (0, 1, 1, 1, 0),
        (1, 1, 1, 1, 1),
        (25, 1, 1, 1, 25),
        (26, 2, 2, 2, 1),
        (26, 9, 2, 2, 1),
        (9, 0, 1, 1, 9),
        (1000, 40, 40, 40, 25),
    ],
)  # fmt: skip
def test_sheets(found: int, asked: int, number: int, of: int, shown: int) -> None:
    line = every()[0]
    got = sheet([line] * found, asked)
    assert (got.number, got.of, len(got.lines), got.found) == (number, of, shown, found)
    assert AT_ONCE == 25
