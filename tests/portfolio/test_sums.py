"""Sums by SQL are what counting the reports one by one gives."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from checker.knowledge import load
from checker.portfolio.seen.folder import open_portfolio
from checker.portfolio.seen.outliers import FEW, outliers
from checker.portfolio.seen.sums import ALL, BINS, most_missed, sums
from checker.report import VERDICTS
from checker.reports.counts import tally
from tests.portfolio.conftest import NAMES
from tests.portfolio.folders import description_row, reports, verdict_rows, written

ASKED = ("met", "partly-met", "not-met", "not-stated")


def test_sums_are_those_of_the_reports(four: Path) -> None:
    drafts = reports(*NAMES)
    with open_portfolio(four) as portfolio:
        found = sums(portfolio)
    rows = [row for draft in drafts for row in draft.requirements]
    assert found.descriptions == 4
    assert found.whole.counts == tally(rows).counts
    for theme in {row.theme for row in rows}:
        for kind in {draft.kind for draft in drafts}:
            mine = [r for d in drafts if d.kind == kind for r in d.requirements if r.theme == theme]
            there = found.themes[theme].get(kind)
            assert (there.counts.counts if there else ()) == (tally(mine).counts if mine else ())
            if there and there.share is not None:
                assert there.share == pytest.approx(tally(mine).coverage)
        assert found.themes[theme][ALL].counts.counts == tally([r for r in rows if r.theme == theme]).counts
    by_id = {asked.id: asked for asked in found.requirements}
    assert by_id.keys() == {row.id for row in rows}
    for id_, asked in by_id.items():
        assert asked.all.counts.counts == tally([r for r in rows if r.id == id_]).counts


def test_most_missed_is_by_how_many_miss_it(four: Path) -> None:
    with open_portfolio(four) as portfolio:
        found = most_missed(sums(portfolio).requirements, 10)
    rows = [row for draft in reports(*NAMES) for row in draft.requirements]
    counted = Counter(r.id for r in rows if r.verdict in ("not-met", "not-stated") and r.strength != "may")
    assert [asked.all.missed for asked in found] == [n for _, n in counted.most_common(10)]
    assert all(asked.strength != "may" for asked in found)


def test_every_description_is_in_one_bin(thousands: Path) -> None:
    with open_portfolio(thousands) as portfolio:
        found = sums(portfolio)
    assert sum(found.bins) == found.descriptions == 10_000
    assert len(found.bins) == BINS
    spread = found.spread[ALL]
    assert spread.least <= spread.first <= spread.middle <= spread.third <= spread.most


def test_full_coverage_is_in_the_last_bin(tmp_path: Path) -> None:
    row = {**description_row(reports("rcm-reserve-fund")[0]), "coverage": 1.0}
    with open_portfolio(written(tmp_path, [row], [])) as portfolio:
        assert sums(portfolio).bins == (*([0] * (BINS - 1)), 1)


def alike(count: int, kind: str, **other: object) -> list[dict[str, object]]:
    base = description_row(reports("two-shores-joint-project")[0]) | {"kind": kind, "coverage": 0.3}
    rows = [
        {**base, "description": f"{kind} {n}", "title": f"{kind} {n}", "coverage": 0.3 + n / 1000} for n in range(count)
    ]
    return [*rows, {**base, "description": "other", "title": "other", **other}]


@pytest.mark.parametrize(
    ("count", "kind", "other", "why"),
    [
        (FEW, "programme", {"coverage": 0.9}, ["far-above"]),
        (FEW, "programme", {"coverage": 0.01}, ["far-below"]),
        (FEW, "programme", {"coverage": 0.302}, []),
        (FEW - 2, "programme", {"coverage": 0.9}, []),
        (FEW, "national-policy", {"coverage": 0.9}, []),
        (FEW, "sectoral-policy", {"coverage": 0.01}, []),
        (1, "programme", {"met": 0, "partly_met": 0, "not_met": 0, "not_stated": 40}, ["nothing-found"]),
        (1, "national-policy", {"met": 0, "partly_met": 0, "not_met": 0, "not_stated": 40}, []),
    ],
)
def test_who_stands_apart(tmp_path: Path, count: int, kind: str, other: dict[str, object], why: list[str]) -> None:
    with open_portfolio(written(tmp_path, alike(count, kind, **other), [])) as portfolio:
        assert [(one.title, one.why) for one in outliers(portfolio, load())] == [("other", reason) for reason in why]


def test_lacking_what_is_usual_stands_apart(tmp_path: Path) -> None:
    draft = reports("iom-handbook-stakeholder-engagement")[0]
    rows, verdicts = [], []
    for n in range(12):
        rows.append({**description_row(draft), "description": f"plan {n}", "title": f"plan {n}"})
        for row in verdict_rows(draft):
            lacks = n == 7 and row["verdict"] == "met"
            verdicts.append({**row, "description": f"plan {n}", **({"verdict": "not-stated"} if lacks else {})})
    with open_portfolio(written(tmp_path, rows, verdicts)) as portfolio:
        (one,) = outliers(portfolio, load())
    met = sum(row.verdict == "met" for row in draft.requirements)
    assert (one.title, one.why, one.value) == ("plan 7", "usual-missing", met)


def test_the_order_is_no_order_of_merit(thousands: Path) -> None:
    with open_portfolio(thousands) as portfolio:
        found = outliers(portfolio, load())
    assert found
    assert [(one.kind, one.title) for one in found] == sorted((one.kind, one.title) for one in found)


def test_nothing_is_summed_by_country(thousands: Path) -> None:
    """Countries are in the list and in no sum."""
    with open_portfolio(thousands) as portfolio:
        said = repr(sums(portfolio)) + repr(outliers(portfolio, load()))
        countries = {
            country for (country,) in portfolio.rows("SELECT DISTINCT country FROM d WHERE country IS NOT NULL")
        }
    assert len(countries) == 5
    assert not [country for country in countries if f"'{country}'" in said]


def test_verdicts_and_bins_of_nothing(tmp_path: Path) -> None:
    with open_portfolio(written(tmp_path, [], [])) as portfolio:
        found = sums(portfolio)
    assert (found.descriptions, found.kinds, found.requirements, dict(found.spread)) == (0, (), (), {})
    assert {verdict: found.whole.of(verdict) for verdict in VERDICTS} == dict.fromkeys(VERDICTS, 0)
