"""What the matrix shows: filters, signs of cells, weights that a person types."""

import pytest

from checker.knowledge.model import Profile, Text
from checker.report import DecidedBy, RequirementOutcome
from checker.reviews.comparison import compare_proposals
from tests.reviews.drafts import outcome, proposal
from ui.comparing.matrix import Filter, name_of, narrowed
from ui.comparing.weights import read

EVERY = Profile("own", "urn:own", Text({"en": "Own"}), frozenset({"S-01", "S-02", "C-01"}))


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(), ["C-01", "S-01", "S-02"]),
        (Filter(search="title s-0"), ["S-01", "S-02"]),
        (Filter(search="coordination"), ["C-01"]),
        (Filter(verdicts=frozenset({"met"})), ["C-01", "S-01"]),
        (Filter(verdicts=frozenset({"not-met"})), []),
        (Filter(differs=True), ["S-01"]),
    ],
)  # fmt: skip
def test_filter(wanted: Filter, expected: list[str]) -> None:
    found = compare_proposals([proposal("a", "S-01+ S-02? C-01+"), proposal("b", "S-01? S-02? C-01+")], EVERY)
    assert [row.id for group in narrowed(found.groups, wanted) for row in group.rows] == expected


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        (None, "unasked"),
        (outcome("S-01", "+"), "met"),
        (outcome("S-01", "?", needs_review=True), "not-stated+unread"),
        (outcome("S-01", "x", decided_by=DecidedBy("ana", "2026-01-05", "met")), "not-met+decided"),
    ],
)  # fmt: skip
def test_cells_are_named_by_verdict_and_by_who_looked(cell: RequirementOutcome | None, name: str) -> None:
    assert name_of(cell) == name


@pytest.mark.parametrize(
    ("said", "weight"),
    [("2", 2.0), (" 0,5 ", 0.5), ("0", 0.0), ("100", 100.0)]
    + [(said, None) for said in ("101", "-1", "nan", "inf", "", "a")],
)  # fmt: skip
def test_weights_are_numbers_from_0_to_100(said: str, weight: float | None) -> None:
    assert read(said) == weight
