"""Reads Turtle and N-Triples that are written plainly, word by word, in less time than it takes to make the triples.

What pyoxigraph, rdflib and most tools write is plain: each term and each sign between blanks, literals within their
line. Words are numbered as bytes; only distinct ones become terms, and those pyoxigraph reads. Whatever is not plain,
or not right, is left to pyoxigraph altogether.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import pyoxigraph as ox

from checker.engine.names import Term
from checker.engine.tables.words import (
    END,
    FIRST,
    IS_A,
    LITERAL,
    NEXT_OBJECT,
    PREFIX,
    QUOTED,
    TYPE_WORD,
    one_a_line,
    terms_of,
)

_AT_ONCE = 1 << 21
"""Bytes that are read at a time."""
_LONGEST = 16
"""So many times that much may be in one line or one statement."""
_SYNTAXES = {".ttl": ox.RdfFormat.TURTLE, ".nt": ox.RdfFormat.N_TRIPLES}
_WORDS_AFTER = np.array([3, 2, 1])
"""How many words stand between a sign, by its number, and the next."""

_KINDS: dict[type, int] = {ox.NamedNode: 0, ox.BlankNode: 1, ox.Literal: 2}
Numbers = np.ndarray[Any, np.dtype[np.int32]]


class _NotPlainError(Exception):
    pass


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """Terms in the order in which they come, and a row of three places among them for each triple."""

    terms: list[Term]
    triples: Numbers


def read_plainly(file: Path) -> Encoded | None:
    """The triples of a file; None where it is not plain, not right or not there."""
    syntax = _SYNTAXES.get(file.suffix)
    if syntax is None:
        return None
    words: defaultdict[bytes, int] = defaultdict(count().__next__)
    for word in FIRST:
        words[word]
    try:
        with file.open("rb") as stream:
            rows = _rows(stream, words, syntax == ox.RdfFormat.N_TRIPLES)
        return _encoded(rows, list(words), syntax)
    except (_NotPlainError, OSError):
        return None


def _rows(stream: BinaryIO, words: defaultdict[bytes, int], lines: bool) -> Numbers:
    """A row of three words for each triple, by their numbers."""
    found: list[Numbers] = [np.empty((0, 3), dtype=np.int32)]
    begun, rest = b"", np.empty(0, dtype=np.int32)
    while True:
        more = stream.read(_AT_ONCE)
        text = begun + more
        cut = text.rfind(b"\n") + 1 if more else len(text)
        if len(text) - cut > _LONGEST * _AT_ONCE:
            raise _NotPlainError
        numbers = np.concatenate((rest, _numbered(text[:cut], words, lines)))
        begun = text[cut:]
        signs = np.flatnonzero(numbers <= NEXT_OBJECT)
        ends = np.flatnonzero(numbers[signs] == END)
        done = ends[-1] + 1 if len(ends) else 0
        found.append(_triples(numbers, signs[:done], lines))
        rest = numbers[signs[done - 1] + 1 :] if done else numbers
        if not more:
            break
        if len(rest) > _LONGEST * _AT_ONCE:
            raise _NotPlainError
    if len(rest):
        raise _NotPlainError
    return np.concatenate(found)


def _numbered(text: bytes, words: defaultdict[bytes, int], lines: bool) -> Numbers:
    """The words of some lines by their numbers."""
    parts = LITERAL.split(text)
    outside = b'"'.join(parts[::2])
    if b"\v" in outside or b"\f" in outside or (lines and not one_a_line(outside)):
        raise _NotPlainError
    split = outside.split()
    numbers = np.fromiter(map(words.__getitem__, split), np.int32, len(split))
    literals = np.fromiter(map(words.__getitem__, parts[1::2]), np.int32, len(parts) // 2)
    places = np.flatnonzero(numbers == QUOTED)
    if len(places) != len(literals):
        raise _NotPlainError
    numbers[places] = literals
    return numbers


def _triples(numbers: Numbers, signs: np.ndarray[Any, Any], lines: bool) -> Numbers:
    """Each sign closes a triple; after a comma it has the subject and the predicate of the one before."""
    kinds = numbers[signs]
    before = np.concatenate(([END], kinds[:-1]))
    if (np.diff(signs, prepend=-1) - 1 != _WORDS_AFTER[before]).any() or (lines and kinds.any()):
        raise _NotPlainError
    subjects = np.maximum.accumulate(np.where(before == END, signs - 3, 0))
    predicates = np.maximum.accumulate(np.where(before != NEXT_OBJECT, signs - 2, 0))
    found = np.stack((numbers[subjects], numbers[predicates], numbers[signs - 1]), axis=1)
    if kinds[found[:, 0] == PREFIX].any():
        raise _NotPlainError
    return found


def _encoded(rows: Numbers, words: list[bytes], syntax: ox.RdfFormat) -> Encoded:
    """Declarations of prefixes come first; what is left are triples."""
    declared = int((rows[:, 0] == PREFIX).sum())
    if (rows[:declared, 0] != PREFIX).any() or (rows[:, (0, 2)] == IS_A).any():
        raise _NotPlainError
    prefixes = [(words[name], words[iri]) for _, name, iri in rows[:declared].tolist()]
    rows = rows[declared:]
    if syntax == ox.RdfFormat.N_TRIPLES and (declared or (rows[:, 1] == IS_A).any()):
        raise _NotPlainError
    words[IS_A] = TYPE_WORD
    met = rows.reshape(-1)
    first = np.full(len(words), len(met), dtype=np.int64)
    first[met[::-1]] = np.arange(len(met) - 1, -1, -1)
    used = np.flatnonzero(first < len(met))
    used = used[np.argsort(first[used])]
    terms = terms_of([words[n] for n in used.tolist()], prefixes, syntax)
    if terms is None:
        raise _NotPlainError
    places = np.zeros(len(words), dtype=np.int32)
    places[used] = np.arange(len(used))
    triples = places[rows]
    kinds = np.fromiter(map(_KINDS.__getitem__, map(type, terms)), np.int8, len(terms))
    if (kinds[triples[:, 0]] > 1).any() or kinds[triples[:, 1]].any():
        raise _NotPlainError
    return Encoded(terms, triples)
