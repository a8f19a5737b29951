"""Proposals under a donor's profile: what counts, what is left out, and what is never ranked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import CallError
from checker.knowledge import load
from checker.knowledge.model import Profile, Text
from checker.reviews.comparison import compare_proposals, in_order, may_be_ranked
from tests.reviews.drafts import VERDICTS, proposal

KINDS = load().kinds


def profile(*requirements: str, **weights: float) -> Profile:
    named = {name.replace("_", "-"): weight for name, weight in weights.items()}
    return Profile("own", "urn:own", Text({"en": "Own"}), frozenset(requirements), weights=named)


@pytest.mark.parametrize(
    ("verdicts", "weights", "share"),
    [
        ("S-01+ S-02+", {}, 1.0),
        ("S-01+ S-02~", {}, 0.75),
        ("S-01~ S-02~", {}, 0.5),
        ("S-01+ S-02?", {}, 0.5),
        ("S-01+ S-02x", {}, 0.5),
        ("S-01+ S-020", {}, 1.0),
        ("S-010 S-020", {}, None),
        ("S-01+ S-02?", {"S-01": 3.0}, 0.75),
        ("S-01~ S-02?", {"S-01": 3.0}, 0.375),
        ("S-01+ S-02?", {"S-02": 0.0}, 1.0),
        ("S-01+ S-02?", {"S-01": 0.0, "S-02": 0.0}, None),
        ("S-01+ C-01?", {}, 1.0),
    ],
)  # fmt: skip
def test_coverage(verdicts: str, weights: dict[str, float], share: float | None) -> None:
    found = compare_proposals([proposal("a", verdicts)], profile("S-01", "S-02"), weights)
    assert found.coverage[0].share == share


def test_weights_of_the_profile_count_and_given_ones_stand_before_them() -> None:
    donor = profile("S-01", "S-02", S_01=3.0)
    drafts = [proposal("a", "S-01+ S-02?")]
    assert compare_proposals(drafts, donor).coverage[0].share == 0.75
    assert compare_proposals(drafts, donor, {"S-01": 1.0}).coverage[0].share == 0.5


def test_the_matrix_holds_what_the_profile_holds_by_theme() -> None:
    drafts = [proposal("a", "S-10+ S-9? C-01~ F-01+"), proposal("b", "S-10+ S-9+ C-02?")]
    found = compare_proposals(drafts, profile("S-10", "S-9", "C-01", "C-02"))
    assert [(g.label, [r.id for r in g.rows]) for g in found.groups] == [
        ("Coordination", ["C-01", "C-02"]),
        ("SOP and data", ["S-9", "S-10"]),
    ]
    assert {row.id: [cell and cell.verdict for cell in row.cells] for row in found.rows} == {
        "C-01": ["partly-met", None],
        "C-02": [None, "not-stated"],
        "S-9": ["not-stated", "met"],
        "S-10": ["met", "met"],
    }
    assert [row.id for row in found.rows if row.differs] == ["C-01", "C-02", "S-9"]
    assert [c.unasked for c in found.coverage] == [1, 1]
    assert [c.share for c in found.groups[0].coverage] == [0.5, 0.0]


@pytest.mark.parametrize(
    ("kinds", "ranked"),
    [
        (["programme"], True),
        (["programme", "sop"], True),
        (["national-policy"], False),
        (["programme", "national-policy"], False),
        (["sectoral-policy", "sop"], False),
        (["programme", "a kind of somebody else"], False),
        ([], True),
    ],
)  # fmt: skip
def test_policies_of_countries_are_not_ranked(kinds: list[str], ranked: bool) -> None:
    assert may_be_ranked(kinds, KINDS) is ranked
    drafts = [proposal(f"{n}", "S-01+", kind=kind) for n, kind in enumerate(kinds)]
    if ranked:
        assert len(in_order(drafts, "coverage", profile("S-01"), KINDS)) == len(kinds)
    else:
        with pytest.raises(CallError, match="policies of countries are not ranked"):
            in_order(drafts, "coverage", profile("S-01"), KINDS)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("chosen", ["b10", "b9", "a"]),
        ("name", ["a", "b9", "b10"]),
        ("coverage", ["b9", "a", "b10"]),
    ],
)  # fmt: skip
def test_orders(order: str, expected: list[str]) -> None:
    drafts = [proposal("b10", "S-010"), proposal("b9", "S-01+"), proposal("a", "S-01~")]
    assert [p.name for p in in_order(drafts, order, profile("S-01"), KINDS)] == expected  # type: ignore[arg-type]


def test_one_proposal_twice_is_refused() -> None:
    with pytest.raises(CallError, match="twice"):
        compare_proposals([proposal("a", "S-01+"), proposal("a", "S-01+")], profile("S-01"))


@given(
    st.lists(st.tuples(st.sampled_from("+~x?0"), st.floats(0.01, 100)), min_size=1, max_size=30),
    st.floats(0.1, 50),
)  # fmt: skip
def test_coverage_is_a_share_and_only_the_relation_of_weights_matters(
    rows: list[tuple[str, float]], factor: float
) -> None:
    verdicts = " ".join(f"S-{n}{sign}" for n, (sign, _) in enumerate(rows))
    weights = {f"S-{n}": weight for n, (_, weight) in enumerate(rows)}
    donor = profile(*weights)
    share = compare_proposals([proposal("a", verdicts)], donor, weights).coverage[0].share
    other = compare_proposals([proposal("a", verdicts)], donor, {k: w * factor for k, w in weights.items()}).coverage[0]
    if all(VERDICTS[sign] == "not-applicable" for sign, _ in rows):
        assert share is None
    else:
        assert share is not None and 0 <= share <= 1 + 1e-9
        assert other.share == pytest.approx(share)
