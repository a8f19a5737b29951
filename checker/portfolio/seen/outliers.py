"""Descriptions that stand apart from others of their kind, each with why. Policies of countries are left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checker.knowledge import Knowledge
from checker.portfolio.seen.folder import Portfolio

Why = Literal["far-above", "far-below", "nothing-found", "usual-missing", "unread"]
FENCE = 1.5
"""Quartile ranges beyond the quartiles from which a coverage is far off (Tukey)."""
FEW = 8
"""Descriptions of a kind below which nothing is usual for it."""
USUAL = 0.9
"""Share of the descriptions of a kind that meet a requirement which is usual for it."""
LACKS = 3
"""Usual requirements that a description must lack to stand apart."""
UNREAD = 0.5
"""Share of the verdicts that are proposals from which a description stands apart, where most others are below it."""

_APART = "kind NOT IN (SELECT unnest(?))"
_FAR = f"""SELECT d.n, CASE WHEN coverage < low THEN 'far-below' ELSE 'far-above' END, coverage, middle
FROM d JOIN (SELECT kind, q[1] - ? * (q[3] - q[1]) AS low, q[3] + ? * (q[3] - q[1]) AS high, q[2] AS middle
FROM (SELECT kind, quantile_disc(coverage, [0.25, 0.5, 0.75]) AS q FROM d GROUP BY kind HAVING count(coverage) >= ?))
USING (kind) WHERE (coverage < low OR coverage > high) AND {_APART}"""  # noqa: S608 - names of our own
_NOTHING = f"""SELECT n, 'nothing-found', met + partly_met + not_met + not_stated, 0 FROM d
WHERE met + partly_met + not_met = 0 AND not_stated > 0 AND {_APART}"""  # noqa: S608
_USUAL = f"""WITH usual AS (SELECT kind, requirement FROM v WHERE verdict <> 'not-applicable'
GROUP BY kind, requirement HAVING count(*) >= ? AND avg(CAST(verdict IN ('met', 'partly-met') AS INTEGER)) >= ?)
SELECT n, 'usual-missing', count(*), 0 FROM v JOIN usual USING (kind, requirement)
WHERE verdict IN ('not-stated', 'not-met') AND {_APART} GROUP BY n HAVING count(*) >= ?"""  # noqa: S608
_UNREAD = """WITH shares AS (SELECT n, avg(CAST(needs_review AS INTEGER)) AS share FROM v GROUP BY n)
SELECT n, 'unread', share, 0 FROM shares
WHERE share >= ? AND (SELECT quantile_disc(share, 0.75) FROM shares) < ?"""

_NAMED = "SELECT n, description, source, coalesce(title, description), kind FROM d WHERE n IN (SELECT unnest(?))"


@dataclass(frozen=True, slots=True)
class Outlier:
    """``n`` is the description's number; ``value`` is its coverage, a count or a share, as ``why`` has it."""

    n: int
    description: str
    source: str
    title: str
    kind: str
    why: Why
    value: float
    usual: float


def unranked_kinds(knowledge: Knowledge) -> list[str]:
    """Ids of the kinds in which a country speaks of itself."""
    return [kind.id for kind in knowledge.kinds.values() if kind.unranked]


def outliers(portfolio: Portfolio, knowledge: Knowledge) -> tuple[Outlier, ...]:
    """By kind and name, which is no order of merit."""
    apart = unranked_kinds(knowledge)
    found = [
        *portfolio.rows(_FAR, FENCE, FENCE, FEW, apart),
        *portfolio.rows(_NOTHING, apart),
        *portfolio.rows(_USUAL, FEW, USUAL, apart, LACKS),
        *portfolio.rows(_UNREAD, UNREAD, UNREAD),
    ]
    if not found:
        return ()
    names = {n: named for n, *named in portfolio.rows(_NAMED, [row[0] for row in found])}
    made = [_outlier(n, names[n], why, value, usual) for n, why, value, usual in found]
    return tuple(sorted(made, key=lambda one: (one.kind, one.title, one.n, one.why)))


def _outlier(n: int, named: list[str], why: Why, value: float, usual: float) -> Outlier:
    description, source, title, kind = named
    return Outlier(n, description, source, title, kind, why, value, usual)
