"""Which requirements the table of a profile shows."""

from __future__ import annotations

import pytest

from checker.knowledge import load
from checker.profiles.chosen import Asked
from ui.profiling.making import Making
from ui.profiling.narrowing import Wanted, narrowed

KNOWN = load()
MAKING = Making(
    ticked=frozenset({"SOP-07", "COO-01"}), said={"SOP-07": Asked("must", 2.0), "COO-02": Asked("may", 9.0)}
)


def found(wanted: Wanted, language: str = "en") -> set[str]:
    return {r.id for r in narrowed(MAKING, wanted, KNOWN, language)}


@pytest.mark.parametrize(
    ("language", "search", "expected"),
    [
        ("en", "sop-07", "SOP-07"),
        ("en", "CONSENT procedure", "SOP-07"),
        ("es", "DERIVACION", "REF-01"),
        ("fr", "referencement", "REF-01"),
        ("fr", "Référencement", "REF-01"),
    ],
)
def test_search_without_case_and_accents(language: str, search: str, expected: str) -> None:
    hits = found(Wanted(search), language)
    assert expected in hits
    assert len(hits) < len(KNOWN.requirements)


def test_nothing_found() -> None:
    assert not found(Wanted("no such words anywhere"))


def test_each_filter() -> None:
    assert found(Wanted()) == set(KNOWN.requirements)
    assert found(Wanted(theme="referral")) == {r.id for r in KNOWN.requirements.values() if r.theme == "referral"}
    assert found(Wanted(kind="sop")) == {r.id for r in KNOWN.requirements.values() if "sop" in r.kinds}
    assert found(Wanted(ticks="ticked")) == {"SOP-07", "COO-01"}
    assert found(Wanted(ticks="unticked")) == KNOWN.requirements.keys() - {"SOP-07", "COO-01"}
    assert found(Wanted(ticks="changed")) == {"SOP-07"}
    assert "SOP-07" in found(Wanted(strength="must"))
    assert "SOP-07" not in found(Wanted(strength="should"))
    assert found(Wanted("consent", theme="sop-and-data", ticks="ticked")) == {"SOP-07"}
