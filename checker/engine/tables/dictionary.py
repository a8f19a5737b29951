"""Terms to integers and back, with the columns that conditions ask for."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from itertools import count, islice
from typing import Any

import numpy as np
import pyoxigraph as ox

from checker.engine.names import XSD, Term
from checker.engine.tables.lexical import well_formed
from checker.engine.tables.plain import Encoded, Numbers

_KINDS = {ox.NamedNode: 0, ox.BlankNode: 1, ox.Literal: 2}
_QUOTED = 3
_STRING = XSD + "string"

COLUMNS = "id INTEGER, kind TINYINT, value VARCHAR, datatype INTEGER, lang VARCHAR, well_formed BOOLEAN"


class Dictionary:
    """Numbers terms in the order in which they come, after those that it starts with."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        given = {term: number for number, term in enumerate(terms)}
        self.numbers: defaultdict[Any, int] = defaultdict(count(len(given)).__next__, given)
        """To be looked up with brackets alone: what is not there gets its number so."""
        self._datatypes = {t.value: n for t, n in self.numbers.items() if isinstance(t, ox.NamedNode)}
        """Numbers by IRI of what shapes can ask for."""
        self._flushed = 0
        self._terms: list[Any] = []

    def number(self, term: Any) -> int:
        return self.numbers[term]

    def copy(self, number: int, file: int) -> int:
        """The number of a term as one file has it."""
        return self.number((number, file))

    def term(self, number: int) -> Any:
        if len(self._terms) != len(self.numbers):
            self._terms = list(self.numbers)
        found = self._terms[number]
        return self._terms[found[0]] if type(found) is tuple else found

    def encode(self, triples: Iterable[Any] | Encoded) -> tuple[Numbers, ...]:
        """Three columns, a row for each triple or quad; the graph of a quad is left out."""
        if isinstance(triples, Encoded):
            own = np.fromiter(map(self.numbers.__getitem__, triples.terms), np.int32, len(triples.terms))
            return tuple(own[column] for column in triples.triples.T)
        columns = array("i"), array("i"), array("i")
        number = self.numbers.__getitem__
        add_subject, add_predicate, add_object = (column.append for column in columns)
        for triple in triples:
            add_subject(number(triple.subject))
            add_predicate(number(triple.predicate))
            add_object(number(triple.object))
        return tuple(np.frombuffer(column, dtype=np.int32) for column in columns)

    def new_rows(self) -> dict[str, np.ndarray[Any, Any]] | None:
        """Columns of the terms that came since the last call, or None."""
        start, self._flushed = self._flushed, len(self.numbers)
        if start == self._flushed:
            return None
        entries = islice(self.numbers, start, None)
        terms = [self.term(entry[0]) if type(entry) is tuple else entry for entry in entries]
        kinds = np.fromiter((_KINDS.get(kind, _QUOTED) for kind in map(type, terms)), np.int8, len(terms))
        values = np.array([str(t) if type(t) is ox.Triple else t.value for t in terms], dtype=object)
        datatypes = np.full(len(terms), -1, dtype=np.int32)
        langs = np.full(len(terms), None, dtype=object)
        formed = np.zeros(len(terms), dtype=np.bool_)
        for place in np.flatnonzero(kinds == _KINDS[ox.Literal]).tolist():
            term = terms[place]
            language, datatype = term.language, term.datatype.value
            datatypes[place] = self._datatypes.get(datatype, -1)
            langs[place] = language.lower() if language else None
            formed[place] = datatype == _STRING or language is not None or well_formed(datatype, term.value)
        return {
            "id": np.arange(start, self._flushed, dtype=np.int32),
            "kind": kinds,
            "value": values,
            "datatype": datatypes,
            "lang": langs,
            "well_formed": formed,
        }
