"""Which two versions stand side by side at first."""

import pytest

from checker.reviews.model import Header
from tests.reviews.drafts import header
from ui.reviews.versions import pair


def at(review: str, day: int, version_of: str = "", kind: str = "sop") -> Header:
    return header(review, version_of=version_of, kind=kind, created=f"2026-01-{day:02}T09:00:00+00:00")


@pytest.mark.parametrize(
    ("asked_of", "others", "asked", "expected"),
    [
        (at("b", 2, "a"), [at("a", 1), at("x", 3)], "", ("a", "b")),
        (at("a", 1), [at("b", 2, "a"), at("x", 3)], "", ("a", "b")),
        (at("a", 1), [at("p", 2, kind="programme"), at("s", 3)], "", ("a", "s")),
        (at("b", 5), [at("p", 2, kind="programme")], "", ("p", "b")),
        (at("b", 2, "a"), [at("a", 1), at("x", 3)], "x", ("x", "b")),
        (at("b", 2, "a"), [at("a", 1)], "gone", ("a", "b")),
    ],
)  # fmt: skip
def test_pair(asked_of: Header, others: list[Header], asked: str, expected: tuple[str, str]) -> None:
    first, second = pair(asked_of, (asked_of, *others), asked)
    assert (first.id, second.id) == expected
