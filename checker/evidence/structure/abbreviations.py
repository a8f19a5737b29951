"""Abbreviations that a draft gives to actors: in brackets after a name, or in a table of short forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.evidence.structure.grids import grids
from checker.evidence.structure.model import Place
from checker.evidence.structure.texts import Texts, is_tight
from checker.folding import fold
from checker.knowledge.names import GC

_SHORT = re.compile(r"[A-ZÀ-Þ][\w&-]*[A-ZÀ-Þ][\w&-]*")
_IN_BRACKETS = re.compile(rf"\(({_SHORT.pattern})\)")
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 90
"""Characters of a name before its abbreviation."""


def abbreviations(texts: Texts) -> dict[str, tuple[str, ...]]:
    """The class of the actor that each abbreviation stands for; what is given to two of different classes has none."""
    found: dict[str, set[str]] = {}
    for short, cls in (*_in_brackets(texts), *_in_tables(texts)):
        found.setdefault(short, set()).add(cls)
    return {short: tuple(classes) for short, classes in found.items() if len(classes) == 1}


def _in_brackets(texts: Texts) -> Iterator[tuple[str, str]]:
    for unit in texts.corpus.units:
        for m in _IN_BRACKETS.finditer(unit.passage.text):
            before = Place(unit.passage, max(0, m.start() - _LONGEST), m.start())
            named = [t for t in texts.terms(before, GC + "Actor") if is_tight(t, unit.passage.text)]
            for term in reversed(named):
                if _spells(m[1], unit.passage.text[term.hit.start : m.start()]):
                    yield m[1], term.term
                    break


def _spells(short: str, name: str) -> bool:
    """Whether the letters of an abbreviation begin words of the name in order, the first one the first."""
    letters = iter(fold(m[0][0]) for m in _WORD.finditer(name))
    asked = [fold(c) for c in short if c.isupper()]
    return bool(asked) and next(letters, "") == asked[0] and all(c in letters for c in asked[1:])


def _in_tables(texts: Texts) -> Iterator[tuple[str, str]]:
    for grid in grids(texts.corpus.document.passages):
        for row in grid.rows:
            if len(row) == 2 and _SHORT.fullmatch(row[0].text) and row[1].place is not None:
                classes = texts.actor_classes(row[1].place)
                if classes:
                    yield row[0].text, classes[0]
