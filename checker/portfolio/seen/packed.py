"""Every description with its verdicts, small enough for a page: a list in JSON and a table of bytes, both deflated.

The table has a row a description and a byte a requirement: 0 where it was not asked, up to ``NAMED`` the verdict with
the claims that do not hold, as listed with the requirement, and above it the verdict alone.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64encode
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from checker.portfolio.seen.columns import LONGEST
from checker.portfolio.seen.folder import Portfolio
from checker.portfolio.seen.outliers import unranked_kinds
from checker.portfolio.seen.sums import Sums
from checker.portfolio.seen.wording import Names
from checker.report import STRENGTHS, VERDICTS
from checker.reports.display import shorten

MOST = 20_000
"""Descriptions in the page."""
NAMED = 240
"""States of a requirement that are listed; ten more say the verdict alone."""
_NUMBER = "CAST(list_position(enum_range(verdict), verdict) AS INTEGER) - 1"
_STATES = f"""CREATE TEMP TABLE states AS
SELECT *, row_number() OVER (PARTITION BY requirement ORDER BY times DESC, verdict, needs_review, missing) AS place
FROM (SELECT requirement, verdict, needs_review, coalesce(missing, '') AS missing, {_NUMBER} AS number,
      count(*) AS times FROM v GROUP BY ALL)"""  # noqa: S608 - names of our own
_LISTED = "SELECT requirement, number, needs_review, missing FROM states WHERE place <= ? ORDER BY requirement, place"
_CELLS = """SELECT v.n, list(i.at), list(CASE WHEN place <= $named THEN place
ELSE $named + 1 + number * 2 + CAST(v.needs_review AS INTEGER) END)
FROM v JOIN states s ON v.requirement = s.requirement AND v.verdict = s.verdict
  AND v.needs_review = s.needs_review AND coalesce(v.missing, '') = s.missing
JOIN (SELECT unnest($ids) AS requirement, unnest(range(len($ids))) AS at) i ON v.requirement = i.requirement
WHERE v.n < $most GROUP BY v.n ORDER BY v.n"""
_DESCRIPTIONS = """SELECT coalesce(title, description), source, line, kind, organisation, country, language,
met, partly_met, not_met, not_stated, not_applicable, coverage, taken FROM d WHERE n < ? ORDER BY n"""


@dataclass(frozen=True, slots=True)
class Packed:
    """``facts`` and ``cells`` are base64 of raw deflate."""

    facts: str
    cells: str
    shown: int


def packed(portfolio: Portfolio, sums: Sums, names: Names) -> Packed:
    shown = min(sums.descriptions, MOST)
    ids = [asked.id for asked in sums.requirements]
    listed, unranked = states(portfolio), unranked_kinds(names.knowledge)
    facts = {
        "kinds": [[kind, names.kind(kind), kind in unranked] for kind in sums.kinds],
        "themes": [[theme, names.theme(theme)] for theme in sums.themes],
        "requirements": [
            [a.id, names.requirement(a.id), list(sums.themes).index(a.theme), STRENGTHS.index(a.strength), listed[a.id]]
            for a in sums.requirements
        ],
        "claims": names.claims({claim for all_ in listed.values() for state in all_ for claim in state[2].split()}),
        "descriptions": _columns(portfolio.rows(_DESCRIPTIONS, shown), {k: n for n, k in enumerate(sums.kinds)}, names),
        "verdicts": VERDICTS,
        "strengths": STRENGTHS,
        "named": NAMED,
    }
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Packed(_deflated(text.encode("utf-8", "replace")), _deflated(cells(portfolio, ids, shown)), shown)


def states(portfolio: Portfolio) -> Mapping[str, list[tuple[int, int, str]]]:
    """By requirement, what its cells name: the verdict's number, whether proposed, the claims that do not hold."""
    portfolio.run(_STATES)
    found = defaultdict(list)
    for requirement, number, needs_review, missing in portfolio.rows(_LISTED, NAMED):
        found[requirement].append((number, int(needs_review), missing))
    return found


def cells(portfolio: Portfolio, ids: list[str], shown: int) -> bytes:
    """The table of bytes, a row for each of the first descriptions; ``states`` goes before it."""
    width = len(ids)
    table = bytearray(width * shown)
    if not ids:
        return bytes(table)
    found = portfolio.con.execute(_CELLS, {"named": NAMED, "ids": ids, "most": shown})
    while some := found.fetchmany(500):
        for n, places, codes in some:
            start = n * width
            for place, code in zip(places, codes, strict=True):
                table[start + place] = code
    return bytes(table)


def _columns(rows: list[tuple[Any, ...]], kinds: Mapping[str, int], names: Names) -> dict[str, list[Any]]:
    columns: list[tuple[Any, ...]] = list(zip(*rows, strict=True)) if rows else [()] * 14
    name, source, line, kind, organisation, country, language, *counts, coverage, taken = columns
    return {
        "name": [shorten(text, 160) for text in name],
        "line": list(line),
        "kind": [kinds[one] for one in kind],
        **dict(
            zip(
                ("source", "organisation", "country", "language", "taken"),
                map(_shared, (source, organisation, country, language, tuple(map(names.taken, taken)))),
                strict=True,
            )
        ),
        "counts": [list(column) for column in counts],
        "coverage": [None if share is None else round(share, 4) for share in coverage],
    }


def _shared(column: tuple[str | None, ...]) -> list[Any]:
    """The texts, each once, and where each row has its own; -1 where it has none."""
    texts = {text: n for n, text in enumerate(dict.fromkeys(text for text in column if text))}
    return [[shorten(text, LONGEST) for text in texts], [texts[text] if text else -1 for text in column]]


def _deflated(data: bytes) -> str:
    press = zlib.compressobj(9, zlib.DEFLATED, -15)
    return b64encode(press.compress(data) + press.flush()).decode("ascii")
