"""A document in two languages: searched in each, and of each what its own passages say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

import pyoxigraph as ox

from checker.evidence.candidates import MOST, Candidate
from checker.evidence.read import DraftEvidence
from checker.evidence.statements import Maker
from checker.evidence.structure import Structure
from checker.evidence.support import Support


def read_both(read: Callable[[str], DraftEvidence], first: str, second: str, blocks: frozenset[int]) -> DraftEvidence:
    """``read`` searches the whole document in one language; ``blocks`` are the passages in the second."""
    return merged(read(first), read(second), blocks)


def merged(one: DraftEvidence, other: DraftEvidence, blocks: frozenset[int]) -> DraftEvidence:
    """A passage counts with what was found in its own language; what the other language hears in it does not."""
    theirs = frozenset(unit.number for unit in one.corpus.units if unit.passage.block in blocks)
    claims = dict.fromkeys((*one.supports, *other.supports))
    requirements = dict.fromkeys((*one.candidates, *other.candidates))
    supports = {
        c: _strongest(
            (s for s in one.supports.get(c, ()) if s.unit.number not in theirs),
            (s for s in other.supports.get(c, ()) if s.unit.number in theirs),
        )
        for c in claims
    }
    candidates = {
        r: _best(
            (c for c in one.candidates.get(r, ()) if c.unit not in theirs),
            (c for c in other.candidates.get(r, ()) if c.unit in theirs),
        )
        for r in requirements
    }
    open_slots = {c: slots for c, slots in one.open_slots.items() if not supports.get(c)}
    maker = MakerOfTwo(one.maker, other.maker, theirs)
    structure, read_off = _structure(one, other, blocks)
    return replace(
        one,
        supports=supports,
        candidates=candidates,
        open_slots=open_slots,
        maker=maker,
        structure=structure,
        read_off=read_off,
        by_structure={**other.by_structure, **one.by_structure},
    )


def _structure(
    one: DraftEvidence, other: DraftEvidence, blocks: frozenset[int]
) -> tuple[Structure, tuple[ox.Triple, ...]]:
    """What stands in each language's own passages; a table of one language is not read in the other."""
    ours, theirs = (
        Structure(
            tuple(t for t in e.structure.things if (t.place.passage.block in blocks) is second),
            tuple(g for g in e.structure.gaps if (g.place.passage.block in blocks) is second),
        )
        for e, second in ((one, False), (other, True))
    )
    read_off = (*one.structure_maker.triples(ours.things), *other.structure_maker.triples(theirs.things))
    return Structure((*ours.things, *theirs.things), (*ours.gaps, *theirs.gaps)), tuple(dict.fromkeys(read_off))


@dataclass(frozen=True, slots=True)
class MakerOfTwo:
    """Makes the statements of each passage in its own language."""

    first: Maker
    second: Maker
    theirs: frozenset[int]

    def triples(self, supports: Iterable[Support]) -> tuple[ox.Triple, ...]:
        every = list(supports)
        ours = self.first.triples(s for s in every if s.unit.number not in self.theirs)
        return tuple(dict.fromkeys((*ours, *self.second.triples(s for s in every if s.unit.number in self.theirs))))


def _strongest(*found: Iterable[Support]) -> tuple[Support, ...]:
    every = (s for supports in found for s in supports)
    return tuple(sorted(every, key=lambda s: (-s.strength, -s.score, s.unit.number)))


def _best(*found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    every = (c for candidates in found for c in candidates)
    return tuple(sorted(every, key=lambda c: (-c.score, c.unit))[:MOST])
