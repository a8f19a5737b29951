"""Two versions of one draft: each requirement is better, lost, asked otherwise, or as it was."""

import pytest

from checker.report import InputReport
from checker.reviews.model import Header
from checker.reviews.versions import compare_versions, earlier, lines
from tests.reviews.drafts import header, outcome, report


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        ("?", "+", "better"),
        ("?", "~", "better"),
        ("~", "+", "better"),
        ("x", "?", "better"),
        ("x", "+", "better"),
        ("+", "~", "lost"),
        ("+", "?", "lost"),
        ("~", "x", "lost"),
        ("?", "x", "lost"),
        ("0", "+", "otherwise"),
        ("?", "0", "otherwise"),
        ("+", "+", "unchanged"),
        ("?", "?", "unchanged"),
        ("0", "0", "unchanged"),
    ],
)  # fmt: skip
def test_direction(before: str, after: str, direction: str) -> None:
    (change,) = compare_versions(report(f"S-01{before}"), report(f"S-01{after}")).changes
    assert change.direction == direction


def test_lost_first_and_in_natural_order() -> None:
    found = compare_versions(report("S-01+ S-02? S-10+ S-9+ C-01?"), report("S-01+ S-02+ S-10? S-9~ C-01?"))
    assert [(c.row.id, c.direction) for c in found.changes] == [
        ("S-9", "lost"), ("S-10", "lost"), ("S-02", "better"), ("C-01", "unchanged"), ("S-01", "unchanged"),
    ]  # fmt: skip
    assert [c.row.id for c in found.of("better")] == ["S-02"]
    assert (found.before.of("met"), found.after.of("met")) == (3, 2)


def test_a_requirement_of_one_version_only_is_neither_better_nor_lost() -> None:
    found = compare_versions(report("S-01+"), report("S-02+"))
    assert {c.row.id: (c.direction, c.before is None, c.after is None) for c in found.changes} == {
        "S-01": ("otherwise", False, True),
        "S-02": ("otherwise", True, False),
    }


def test_passages_that_came_and_went() -> None:
    def one(*quotes: str) -> InputReport:
        return InputReport("a", "0", "sop", "SOP", "en", 1, (outcome("S-01", "+", *quotes),))

    (change,) = compare_versions(
        one("We ask for  consent.", "Data are kept a year."), one("We ask for consent.", "In writing.")
    ).changes
    assert change.direction == "unchanged"
    assert [p.quote for p in change.gone_passages] == ["Data are kept a year."]
    assert [p.quote for p in change.new_passages] == ["In writing."]


def _at(review: str, day: int, version_of: str = "") -> Header:
    return header(review, version_of=version_of, created=f"2026-01-{day:02}T09:00:00+00:00")


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ([], []),
        ([_at("a", 1), _at("b", 2)], []),
        ([_at("c", 3, "b"), _at("a", 1), _at("b", 2, "a"), _at("x", 1)], [["a", "b", "c"]]),
        ([_at("a", 1), _at("b", 2, "a"), _at("c", 2, "a")], [["a", "b", "c"]]),
        ([_at("b", 2, "gone")], []),
        ([_at("a", 1, "a")], []),
        ([_at("a", 1, "b"), _at("b", 2, "a")], [["a", "b"]]),
        ([_at("a", 1), _at("b", 2, "a"), _at("p", 1), _at("q", 2, "p")], [["a", "b"], ["p", "q"]]),
    ],
)  # fmt: skip
def test_lines_of_versions(headers: list[Header], expected: list[list[str]]) -> None:
    assert [[h.id for h in line] for line in lines(headers)] == expected


def test_the_version_before_is_found_while_it_is_there() -> None:
    first, second = _at("a", 1), _at("b", 2, "a")
    assert earlier(second, [second, first]) == first
    assert earlier(second, [second]) is None
    assert earlier(_at("a", 1, "a"), [_at("a", 1, "a")]) is None
