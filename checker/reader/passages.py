"""Which passages of a draft go into a question."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.evidence import DraftEvidence
from checker.evidence.support import Support
from checker.evidence.units import Unit
from checker.evidence.words import Stemmer
from checker.folding import fold
from checker.knowledge.model import Requirement
from checker.readers.document import Passage

MOST = 20
"""Passages that were found, in one question."""
_ROWS = 12
"""Rows of one table that are shown with one that was found: a row is read against the others."""
_FIRST = 5
_LONGEST, _LONGEST_BESIDE = 2400, 700


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage in a question. ``found`` is False of one that only stands beside one that was found."""

    number: int
    passage: Passage
    text: str
    found: bool


def found_for(requirement: Requirement, evidence: DraftEvidence) -> tuple[int, ...]:
    """Numbers of the passages to show: those that stand out for the whole, the best of each claim, then the rest."""
    searched = (*requirement.claims, *requirement.condition_claims)
    supports = [evidence.supports.get(c.iri, ()) for c in searched]
    whole = [c.unit for c in evidence.candidates.get(requirement.id, ())]
    best = _strongest(s for by in supports for s in by[:1])
    rest = _strongest(s for by in supports for s in by[1:])
    return tuple(dict.fromkeys((*whole[:_FIRST], *best, *whole[_FIRST:], *rest)))[:MOST]


def _strongest(supports: Iterable[Support]) -> list[int]:
    """Their units, strongest first."""
    return [s.unit.number for s in sorted(supports, key=lambda s: (-s.strength, -s.score, s.unit.number))]


def further(
    evidence: DraftEvidence, words: Sequence[str], headings: Sequence[str], stemmer: Stemmer, known: Iterable[int]
) -> tuple[int, ...]:
    """Passages that hold most of the words, or stand under such a heading, that were not shown yet."""
    seen = set(known)
    score: dict[int, float] = {}
    for stem in {s for w in words for s in stemmer.stems(w)}:
        places = evidence.corpus.places.get(stem, {})
        for unit in places:
            score[unit] = score.get(unit, 0.0) + 1.0 / (1 + len(places))
    asked = [fold(" ".join(h.split())) for h in headings if h.strip()]
    for unit_ in evidence.corpus.units:
        path = [fold(" ".join(h.split())) for h in unit_.passage.heading]
        if any(a in h or h in a for a in asked for h in path if h):
            score[unit_.number] = score.get(unit_.number, 0.0) + 1.0
    return tuple(sorted((u for u in score if u not in seen), key=lambda u: (-score[u], u))[:MOST])


def shown(numbers: Sequence[int], evidence: DraftEvidence) -> tuple[Shown, ...]:
    """The passages with their neighbours and the rows around a row, in the draft's order."""
    units, found = evidence.corpus.units, set(numbers)
    beside = {n + d for n in found for d in (-1, 1)} - found
    for n in found:
        beside.update(_rows_around(n, units))
    beside -= found
    return tuple(
        Shown(n, units[n].passage, _cut(units[n].passage.text, _LONGEST if n in found else _LONGEST_BESIDE), n in found)
        for n in sorted(found | beside)
        if 0 <= n < len(units)
    )


def _rows_around(number: int, units: Sequence[Unit]) -> list[int]:
    """The nearest rows of the same table, and the line above the table."""
    row = units[number].passage
    if row.kind != "table-row":
        return []

    def of_the_table(n: int) -> bool:
        return 0 <= n < len(units) and (p := units[n].passage).kind == "table-row" and p.heading == row.heading

    first, last = number, number
    while last - first < _ROWS and (of_the_table(first - 1) or of_the_table(last + 1)):
        first -= of_the_table(first - 1)
        last += of_the_table(last + 1)
    return [n for n in range(first - 1, last + 1) if 0 <= n < len(units)]


def _cut(text: str, longest: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: line.rfind(" ", 0, longest)] + " […]"
