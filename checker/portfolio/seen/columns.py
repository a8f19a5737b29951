"""The columns that a folder of results has, and how each is read: whatever a file holds comes out typed and bounded."""

from __future__ import annotations

from checker.report import STRENGTHS, VERDICTS

LONGEST = 300
"""Characters of a name that are read."""
LONGEST_LIST = 4000
"""Characters of a list of claims that are read."""
_TEXT = f"left(CAST({{0}} AS VARCHAR), {LONGEST})"
_SOME = f"nullif(trim({_TEXT}), '')"
_COUNT = "greatest(CAST({0} AS INTEGER), 0)"
_VERDICT = f"CAST({{0}} AS ENUM {VERDICTS})"
_STRENGTH = f"CAST({{0}} AS ENUM {STRENGTHS})"

DESCRIPTIONS: dict[str, str] = {
    "description": "CAST({0} AS VARCHAR)",
    "source": "CAST({0} AS VARCHAR)",
    "line": "CAST({0} AS BIGINT)",
    "kind": _TEXT,
    "title": _SOME,
    "organisation": _SOME,
    "country": _SOME,
    "language": _SOME,
    "met": _COUNT,
    "partly_met": _COUNT,
    "not_met": _COUNT,
    "not_stated": _COUNT,
    "not_applicable": _COUNT,
    "coverage": "CASE WHEN isnan(CAST({0} AS DOUBLE)) THEN NULL ELSE least(greatest(CAST({0} AS DOUBLE), 0), 1) END",
    "taken": f"left(CAST({{0}} AS VARCHAR), {LONGEST_LIST})",
}
NEW = frozenset({"taken"})
"""Columns that folders of earlier versions lack; they are empty there."""
VERDICT_ROWS: dict[str, str] = {
    "description": "CAST({0} AS VARCHAR)",
    "source": "CAST({0} AS VARCHAR)",
    "requirement": _TEXT,
    "verdict": _VERDICT,
    "strength": _STRENGTH,
    "theme": _TEXT,
    "needs_review": "coalesce(CAST({0} AS BOOLEAN), false)",
    "line": "CAST({0} AS BIGINT)",
    "missing": f"nullif(trim(left(CAST({{0}} AS VARCHAR), {LONGEST_LIST})), '')",
}


def selected(columns: dict[str, str]) -> str:
    """The list of a SELECT."""
    return ", ".join(f'{how.format(name)} AS "{name}"' for name, how in columns.items())
