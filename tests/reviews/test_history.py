"""The history of a review: each decision with the verdict that stood before it and the one that stands after."""

from checker.reviews.history import history
from checker.reviews.model import Decision
from tests.reviews.drafts import review


def decision(number: int, requirement: str, act: str, verdict: str | None = None, **said: str) -> Decision:
    when = f"2026-01-05T10:0{number}:00+00:00"
    return Decision(f"urn:uuid:{number}", requirement, act, "ana", when, verdict=verdict, **said)  # type: ignore[arg-type]


def test_from_what_to_what_the_latest_first() -> None:
    made = (
        decision(1, "S-01", "correct", "met", why="Annex B"),
        decision(2, "S-02", "accept", "not-stated"),
        decision(3, "S-01", "comment", "met", comment="Ask them"),
        decision(4, "S-01", "correct", "partly-met"),
        decision(5, "S-01", "undo", "met"),
        decision(6, "S-09", "accept", "met"),
    )
    found = history(review("S-01? S-02?", made))
    assert [(e.act, e.decision.requirement, e.before, e.after, e.first) for e in found] == [
        ("undo", "S-01", "partly-met", "met", False),
        ("correct", "S-01", "met", "partly-met", False),
        ("comment", "S-01", "met", "met", False),
        ("accept", "S-02", "not-stated", "not-stated", True),
        ("correct", "S-01", "not-stated", "met", True),
    ]
    assert [e.turned for e in found] == [True, True, False, False, True]
    assert found[-1].title == "Title S-01"


def test_undone_altogether_is_back_at_what_was_proposed() -> None:
    made = (
        decision(1, "S-01", "correct", "met"),
        decision(2, "S-01", "undo"),
        decision(3, "S-01", "accept", "not-stated"),
    )
    found = history(review("S-01?", made))
    assert [(e.before, e.after, e.first) for e in found] == [
        ("not-stated", "not-stated", True),
        ("met", "not-stated", False),
        ("not-stated", "met", True),
    ]  # fmt: skip


def test_nothing_decided() -> None:
    assert history(review("S-01?")) == ()
