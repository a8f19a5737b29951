"""Sums over a portfolio: by theme, requirement and kind, and how coverage is spread. Nothing is summed by country."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from checker.portfolio.seen.folder import Portfolio
from checker.report import STRENGTHS, VERDICTS, Strength, Verdict
from checker.reports.counts import CREDIT, Tally, natural

ALL = ""
"""In the place of a kind: all of them."""
BINS = 20
_COUNTS = ", ".join(f"count(*) FILTER (verdict = '{verdict}')" for verdict in VERDICTS)
_BY_THEME = f"""SELECT theme, CASE WHEN grouping(kind) = 1 THEN '' ELSE kind END, count(DISTINCT n), {_COUNTS},
count(*) FILTER (needs_review) FROM v GROUP BY GROUPING SETS ((theme, kind), (theme))"""  # noqa: S608 - our own names
_BY_REQUIREMENT = f"""SELECT requirement, CASE WHEN grouping(kind) = 1 THEN '' ELSE kind END, count(DISTINCT n),
{_COUNTS}, count(*) FILTER (needs_review) FROM v
GROUP BY GROUPING SETS ((requirement, kind), (requirement))"""  # noqa: S608
_WHOLE = f"SELECT (SELECT count(*) FROM d), {_COUNTS}, count(*) FILTER (needs_review) FROM v"  # noqa: S608
_REQUIREMENTS = "SELECT requirement, any_value(theme ORDER BY theme), max(strength ORDER BY strength) FROM v GROUP BY 1"
_QUARTILES = "quantile_disc(coverage, [0, 0.25, 0.5, 0.75, 1])"
_SPREAD = f"""SELECT CASE WHEN grouping(kind) = 1 THEN '' ELSE kind END, count(*), {_QUARTILES} FROM d
WHERE coverage IS NOT NULL GROUP BY GROUPING SETS ((kind), ())"""  # noqa: S608
_BINS = (
    "SELECT least(CAST(floor(coverage * ?) AS INTEGER), ? - 1), count(*) FROM d WHERE coverage IS NOT NULL GROUP BY 1"
)


@dataclass(frozen=True, slots=True)
class Sum:
    """Verdicts of some requirements on some descriptions. Each verdict counts once, without weights."""

    descriptions: int
    counts: Tally

    @property
    def share(self) -> float | None:
        """How much of what applies is covered, partly met counting half; None where nothing applies."""
        return self.counts.coverage if self.counts.applicable else None

    @property
    def missed(self) -> int:
        """Of how many it was asked without being there or being against it."""
        return self.counts.of("not-stated") + self.counts.of("not-met")


@dataclass(frozen=True, slots=True)
class Asked:
    """A requirement as the portfolio was asked for it."""

    id: str
    theme: str
    strength: Strength
    by_kind: Mapping[str, Sum]

    @property
    def all(self) -> Sum:
        return self.by_kind[ALL]


@dataclass(frozen=True, slots=True)
class Spread:
    """Coverage of descriptions: the least, the quartiles, the most."""

    descriptions: int
    least: float
    first: float
    middle: float
    third: float
    most: float


@dataclass(frozen=True, slots=True)
class Sums:
    """``kinds`` are ids, the one with the most descriptions first; ``themes`` are by theme and kind."""

    descriptions: int
    whole: Tally
    kinds: tuple[str, ...]
    themes: Mapping[str, Mapping[str, Sum]]
    requirements: tuple[Asked, ...]
    spread: Mapping[str, Spread]
    bins: tuple[int, ...]


def sums(portfolio: Portfolio) -> Sums:
    ((count, *counted),) = portfolio.rows(_WHOLE)
    kinds = portfolio.rows("SELECT kind FROM d GROUP BY kind ORDER BY count(*) DESC, kind")
    found = dict(portfolio.rows(_BINS, BINS, BINS))
    return Sums(
        descriptions=count,
        whole=_tally(counted),
        kinds=tuple(kind for (kind,) in kinds),
        themes=_grouped(portfolio.rows(_BY_THEME)),
        requirements=_requirements(portfolio),
        spread={kind: Spread(n, *quartiles) for kind, n, quartiles in portfolio.rows(_SPREAD) if n},
        bins=tuple(found.get(number, 0) for number in range(BINS)),
    )


def most_missed(requirements: tuple[Asked, ...], n: int = 20) -> tuple[Asked, ...]:
    """Those that the most descriptions miss; what is only offered (may) is none of them."""
    missed = [asked for asked in requirements if asked.all.missed and asked.strength != "may"]
    return tuple(sorted(missed, key=lambda a: (-a.all.missed, STRENGTHS.index(a.strength), natural(a.id)))[:n])


def _requirements(portfolio: Portfolio) -> tuple[Asked, ...]:
    counted = _grouped(portfolio.rows(_BY_REQUIREMENT))
    rows = portfolio.rows(_REQUIREMENTS)
    return tuple(Asked(id_, theme, strength, counted[id_]) for id_, theme, strength in sorted(rows, key=_by_id))


def _by_id(row: tuple[Any, ...]) -> tuple[tuple[int, str], ...]:
    return natural(row[0])


def _grouped(rows: list[tuple[Any, ...]]) -> dict[str, dict[str, Sum]]:
    groups: dict[str, dict[str, Sum]] = {}
    for name, kind, descriptions, *counted in rows:
        groups.setdefault(name, {})[kind] = Sum(descriptions, _tally(counted))
    return groups


def _tally(counted: list[int]) -> Tally:
    counts: tuple[tuple[Verdict, int], ...] = tuple(zip(VERDICTS, counted, strict=False))
    asked = sum(n for verdict, n in counts if verdict != "not-applicable")
    got = sum(n * CREDIT[verdict] for verdict, n in counts if verdict != "not-applicable")
    return Tally(counts, counted[-1], got / asked if asked else 0.0)
