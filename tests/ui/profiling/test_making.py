"""What ticking and weighing makes of a profile: a table of acts, and what holds for any."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from checker.knowledge import load
from checker.knowledge.model import Text
from checker.profiles.chosen import Asked, Chosen
from checker.report import STRENGTHS
from ui.profiling.counting import by_strength, by_theme
from ui.profiling.making import Making, after, kept_as, let_go, making_of, named

KNOWN = load()
EVERY = tuple(KNOWN.requirements.values())
SOPS = tuple(r for r in EVERY if r.theme == "sop-and-data")
ACTS = ("tick", "tick-theme", "tick-shown", "untick-shown", "strength", "weight", "strength-theme", "weight-theme", "?")


@pytest.mark.parametrize(
    ("acts", "ticked", "weight", "strength"),
    [
        ([("tick", "SOP-07")], True, 1.0, "should"),
        ([("tick", "SOP-07"), ("tick", "SOP-07")], False, 1.0, "should"),
        ([("tick-theme", "sop-and-data"), ("weight-theme", "sop-and-data 2.5")], True, 2.5, "should"),
        ([("tick", "SOP-07"), ("weight", "SOP-07 4"), ("strength", "SOP-07 must")], True, 4.0, "must"),
        ([("tick", "SOP-07"), ("weight", "SOP-07 4"), ("tick", "SOP-07"), ("tick", "SOP-07")], True, 4.0, "should"),
        ([("tick-shown", ""), ("untick-shown", "")], False, 1.0, "should"),
        ([("tick", "SOP-07"), ("strength-theme", "sop-and-data may")], True, 1.0, "may"),
        ([("strength-theme", "sop-and-data may")], False, 1.0, "should"),
        ([("tick", "SOP-07"), ("weight", "SOP-07 0")], True, 1.0, "should"),
        ([("tick", "SOP-07"), ("weight", "SOP-07 nan")], True, 1.0, "should"),
        ([("tick", "SOP-07"), ("weight", "SOP-07 101")], True, 1.0, "should"),
        ([("tick", "SOP-07"), ("strength", "SOP-07 always")], True, 1.0, "should"),
        ([("tick", "SOP-07"), ("weight", "SOP-07 1,5")], True, 1.5, "should"),
    ],
)  # fmt: skip
def test_acts(acts: list[tuple[str, str]], ticked: bool, weight: float, strength: str) -> None:
    making = Making()
    for act, value in acts:
        making = after(making, act, value, EVERY)
    assert ("SOP-07" in making.ticked) == ticked
    asked = making.asked(KNOWN.requirements["SOP-07"])
    assert (asked.weight, asked.strength) == (weight, strength)


def test_what_is_not_shown_stays_as_it_is() -> None:
    making = after(Making(ticked=frozenset({"COO-01"})), "tick-shown", "", SOPS)
    assert making.ticked == {"COO-01"} | {r.id for r in SOPS}
    assert after(making, "untick-shown", "", SOPS).ticked == {"COO-01"}
    assert after(making, "tick", "COO-01", SOPS) == making
    part = after(making, "tick-theme", "sop-and-data", SOPS[:3])
    assert part.ticked == making.ticked - {r.id for r in SOPS[:3]}


def test_a_theme_that_is_ticked_in_part_is_ticked_as_a_whole() -> None:
    making = after(Making(ticked=frozenset({"SOP-07"})), "tick-theme", "sop-and-data", EVERY)
    assert making.ticked == {r.id for r in SOPS}


@given(some.lists(some.tuples(some.sampled_from(ACTS), some.text(max_size=30) | some.sampled_from(
    ["SOP-07", "COO-01 3", "sop-and-data", "sop-and-data 2", "SOP-07 must", "coordination may", " "]
))))  # fmt: skip
def test_whatever_comes_only_what_is_known_is_asked(acts: list[tuple[str, str]]) -> None:
    making = Making()
    for act, value in acts:
        making = after(making, act, value, EVERY)
    assert making.ticked <= KNOWN.requirements.keys()
    assert all(0 < said.weight <= 100 and said.strength in STRENGTHS for said in making.said.values())
    assert sum(count.ticked for count in by_theme(making, KNOWN, "en")) == len(making.ticked)
    assert sum(by_strength(making, KNOWN).values()) == len(making.ticked)


def test_counts_by_theme() -> None:
    making = after(Making(ticked=frozenset({"SOP-07", "COO-01"})), "weight", "SOP-07 3", EVERY)
    found = {count.theme: count for count in by_theme(making, KNOWN, "fr")}
    assert [c.label for c in found.values()] == sorted((c.label for c in found.values()), key=str.casefold)
    assert (found["sop-and-data"].ticked, found["sop-and-data"].of, found["sop-and-data"].share) == (1, len(SOPS), 0.75)
    assert found["coordination"].share == 0.25
    assert found["diaspora"].ticked == 0


def test_names() -> None:
    making = named(Making(), "es", "  Fondo   del Río ")
    assert (making.name("es"), making.name("fr"), making.short_name) == ("Fondo del Río",) * 2 + ("fondo-del-rio",)
    both = named(making, "en", "River Fund")
    assert (both.name("es"), both.name("en"), both.short_name) == ("Fondo del Río", "River Fund", "river-fund")
    assert named(both, "en", "") == making
    assert named(Making(), "en", "Фонд").short_name == ""


def test_the_short_name_stays_once_it_is_saved() -> None:
    chosen = Chosen("river", Text({"en": "River"}), {"SOP-07": Asked("must", 2.0)})
    making = kept_as(making_of(chosen), chosen, "stamp")
    assert making.saved == making.chosen(KNOWN)
    assert named(making, "en", "Lake").short_name == "river"
    assert named(let_go(making), "en", "Lake").short_name == "river"
