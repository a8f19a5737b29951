"""The table that turns claims into a verdict."""

from __future__ import annotations

import pytest

from checker.knowledge.model import Claim, Requirement, Text, ValueShape
from checker.knowledge.shapes import applies_shape
from checker.report import Verdict
from checker.verdicts import Findings, decide
from checker.verdicts.rules import missing_claims


def claim(spec: str) -> Claim:
    """``name``, with ``:universal``, ``:optional``, ``:essential`` or ``:breaks`` behind it."""
    name, *marks = spec.split(":")
    role = next((m for m in marks if m in ("universal", "optional")), "asserting")
    return Claim(
        name,
        name,
        Text(),
        Text(),
        Text(),
        role,
        "essential" in marks,
        "breaks" in marks,
        ValueShape(),  # type: ignore[arg-type]
    )


def requirement(claims: str, partly_from: int = 1, condition: str | None = None) -> Requirement:
    return Requirement(
        id="X-01", iri="http://e/X-01", theme="", title=Text(), statement=Text(), remedy=Text(), near_miss=Text(),
        strength="must", raised_to=None, kinds=("sop",), provisions=(), cues={}, condition=Text(), condition_effect="",
        condition_default="", condition_signals=(), condition_iri=condition, condition_claims=(),
        claims=tuple(claim(c) for c in claims.split()), partly_from=partly_from, check_type="", related=(),
    )  # fmt: skip


CASES: list[tuple[str, int, str, Verdict]] = [
    ("a b c", 1, "", "met"),
    ("a b c", 1, "c", "partly-met"),
    ("a b c", 1, "a b c", "not-stated"),
    ("a b c", 2, "b c", "not-stated"),
    ("a b c", 2, "c", "partly-met"),
    ("a b:optional", 1, "b", "met"),
    ("a b:optional", 1, "a", "not-stated"),
    ("a u:universal", 1, "u", "partly-met"),
    ("a u:universal", 1, "a", "not-stated"),
    ("a u:universal:breaks", 1, "u", "not-met"),
    ("a u:universal:breaks", 1, "a u", "not-met"),
    ("a:essential b c", 1, "a", "not-stated"),
    ("a:essential b c", 1, "b", "partly-met"),
    ("u:universal", 1, "", "not-stated"),
]


@pytest.mark.parametrize(("claims", "partly_from", "failing", "verdict"), CASES)
def test_verdict(claims: str, partly_from: int, failing: str, verdict: Verdict) -> None:
    assert decide(requirement(claims, partly_from), Findings(frozenset(failing.split()))) == verdict


def test_a_condition_that_does_not_hold_excludes() -> None:
    asked = requirement("a b", condition="http://e/X-01-condition")
    assert decide(asked, Findings(frozenset({applies_shape(asked)}))) == "not-applicable"
    assert missing_claims(asked, Findings(frozenset({applies_shape(asked), "a"}))) == ()


def test_missing_are_the_failing_claims_that_count() -> None:
    asked = requirement("a b c:optional u:universal")
    assert [c.id for c in missing_claims(asked, Findings(frozenset("acu")))] == ["a", "u"]


BRUSHED = (
    # claims, partly from, failing, described, in running text
    ("a b c d", 1, "b c d", "partly-met", "not-stated"),
    ("a b c d", 1, "c d", "partly-met", "partly-met"),
    ("a b c d e", 1, "c d e", "partly-met", "not-stated"),
    ("a b c", 1, "b c", "partly-met", "partly-met"),
    ("a b c d x-together", 1, "b c d", "partly-met", "not-stated"),
    ("a b c x-together", 1, "b c x-together", "partly-met", "partly-met"),
    ("a b c d e f", 2, "c d e f", "partly-met", "partly-met"),
    ("a b c d", 1, "", "met", "met"),
)


@pytest.mark.parametrize(("claims", "partly_from", "failing", "described", "in_text"), BRUSHED)
def test_a_text_that_brushes_few_of_many_points_states_none(
    claims: str, partly_from: int, failing: str, described: Verdict, in_text: Verdict
) -> None:
    asked, found = requirement(claims, partly_from), Findings(frozenset(failing.split()))
    assert (decide(asked, found), decide(asked, found, in_text=True)) == (described, in_text)
