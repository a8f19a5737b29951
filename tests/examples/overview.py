"""Writes docs/cases.md and the table of worked cases that the screens show: what each of them meets.

usage: python -m tests.examples.overview
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from functools import cache
from io import StringIO
from pathlib import Path

import pyoxigraph as ox

from checker.browsing.cases import FILE
from checker.check import Outcome, check
from checker.knowledge import load
from checker.knowledge.names import DCTERMS, GC, RDFS
from checker.report import InputReport
from checker.reports.counts import natural

ROOT = Path(__file__).parents[2]
CASES = ROOT / "examples" / "cases"
PAGE = ROOT / "docs" / "cases.md"
_HEAD = """# What the worked cases meet

The guidance tells of programmes, policies, procedures and mechanisms, and shows model set-ups. Those that can
be read as a draft are descriptions in [examples/cases](../examples/cases/README.md). This table says what
each comes out as when it is checked against all guidance. A case study is a page about a project: "not
stated" says that the page is silent, and nothing of the project itself. The page is written by `python -m
tests.examples.overview`, and a test holds it to what comes out.

| Case | Kind | Source | Statements | Met | Partly met | Not met | Not stated | Not applicable |
|---|---|---|---|---|---|---|---|---|
"""
_MEETS = """
## What is met, and what is broken

| Case | Met | Not met |
|---|---|---|
"""


@cache
def outcome() -> Outcome:
    """The cases, checked against all guidance."""
    return check(sorted(CASES.glob("*.ttl")), load())


def page() -> str:
    """The whole page, the same each time."""
    reports = [(Path(i.path), i) for i in outcome().report.inputs]
    rows = "".join(_row(file, found) for file, found in reports)
    return _HEAD + rows + _MEETS + "".join(_meets(file, found) for file, found in reports)


def table() -> str:
    """What each case meets at least in part, for the pages of requirements."""
    stream = StringIO()
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(("requirement", "case", "title", "kind", "source", "verdict"))
    for found in outcome().report.inputs:
        file = Path(found.path)
        case = (file.stem, _english(file), found.kind, _literal(file, DCTERMS + "source"))
        rows.writerows((r.id, *case, r.verdict) for r in found.requirements if r.verdict in ("met", "partly-met"))
    return stream.getvalue()


def _row(file: Path, found: InputReport) -> str:
    counts = Counter(r.verdict for r in found.requirements)
    numbers = [counts[v] for v in ("met", "partly-met", "not-met", "not-stated", "not-applicable")]
    link = f"[{_english(file)}](../examples/cases/{file.name})"
    cells = [link, found.kind, _literal(file, DCTERMS + "source"), _statements(file), *numbers]
    return "| " + " | ".join(str(c) for c in cells) + " |\n"


def _meets(file: Path, found: InputReport) -> str:
    def ids(verdict: str) -> str:
        return ", ".join(sorted((r.id for r in found.requirements if r.verdict == verdict), key=natural)) or "–"

    return f"| {_english(file)} | {ids('met')} | {ids('not-met')} |\n"


def _statements(file: Path) -> int:
    return sum(q.predicate.value == GC + "states" for q in ox.parse(path=file))


def _literal(file: Path, predicate: str, language: str = "en") -> str:
    """The draft's own: the node that states something and that nothing names."""
    triples = [q.triple for q in ox.parse(path=file)]
    named = {t.object.value for t in triples if isinstance(t.object, ox.NamedNode)}
    found = [
        t.object
        for t in triples
        if isinstance(t.subject, ox.NamedNode)
        and t.subject.value not in named
        and t.predicate.value == predicate
        and isinstance(t.object, ox.Literal)
    ]
    return next((o.value for o in found if o.language in (language, None)), "")


def _english(file: Path) -> str:
    return _literal(file, RDFS + "label")


def main() -> int:
    PAGE.write_text(page(), "utf-8")
    FILE.write_text(table(), "utf-8")
    print(f"wrote {PAGE.relative_to(ROOT)}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
