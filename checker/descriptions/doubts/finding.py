"""What in a file is most likely not meant so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
import pyoxigraph as ox

from checker.descriptions.doubts.vocabulary import OURS, Vocabulary, near_space, near_term, short, space, vocabulary
from checker.descriptions.rdf import named
from checker.descriptions.syntaxes import SYNTAXES, parse
from checker.errors import GuidecheckError
from checker.knowledge import Knowledge
from checker.knowledge.names import GC, TYPE
from checker.readers.forked import apart
from checker.report import Doubt

Of = Literal["class", "property", "term", "namespace", "no-kind"]
_MOST = 50
"""Doubts that are told of one file."""
_OF_DRAFTS = (GC + "states", GC + "hasPart")


def doubts_in(file: Path, knowledge: Knowledge) -> tuple[Doubt, ...]:
    """The doubts about an RDF file, also where it describes no draft; none where it cannot be read."""
    try:
        _, quads = parse(file)
    except GuidecheckError:
        return ()
    return doubts(file, named(quads), knowledge)


def doubts_in_fork(file: Path, knowledge: Knowledge) -> tuple[Doubt, ...]:
    """The same, found in a fork of this process."""
    try:
        said = apart(file.name, lambda: msgspec.msgpack.encode(doubts_in(file, knowledge)))
    except GuidecheckError:
        return ()
    return msgspec.msgpack.decode(said, type=tuple[Doubt, ...])


def doubts(file: Path, triples: Iterable[ox.Triple], knowledge: Knowledge) -> tuple[Doubt, ...]:
    """In the order of their lines; each term is told once, where it first stands."""
    given = tuple(triples)
    found: dict[tuple[Of, str], tuple[str, ox.Triple]] = {}
    for of, term, iri, triple in _unknown(given, vocabulary(knowledge), knowledge):
        found.setdefault((of, term), (iri, triple))
    if not found:
        return ()
    lines = _lines(file)
    told = [(lines.get(_key(triple), 0), term, of, iri) for (of, term), (iri, triple) in found.items()]
    known = vocabulary(knowledge)
    return tuple(Doubt(of, term, _near(of, iri, known), line) for line, term, of, iri in sorted(told)[:_MOST])


def _near(of: Of, iri: str, known: Vocabulary) -> str:
    """Looked for only where it is told: among all the terms there are, it takes a while."""
    if of in ("namespace", "no-kind"):
        return iri
    terms = {"class": known.classes, "property": known.properties}.get(of, known.terms)
    return short(near_term(iri, terms))


def _unknown(
    triples: tuple[ox.Triple, ...], known: Vocabulary, knowledge: Knowledge
) -> Iterator[tuple[Of, str, str, ox.Triple]]:
    """What it is, how people write it, its IRI (of a namespace, the near one), and the triple where it stands."""
    near_to = cache(lambda of: near_space(of, known.spaces) if "://" in of and of not in known.spaces else "")
    own = {t.subject.value for t in triples if isinstance(t.subject, ox.NamedNode)}
    kinds = {k.iri for k in knowledge.kinds.values()}
    drafts = {_iri(t.subject) for t in triples if t.predicate.value == TYPE and _iri(t.object) in kinds}
    for t in triples:
        predicate, value = t.predicate.value, _iri(t.object)
        if predicate.startswith(OURS) and predicate not in known.properties and predicate not in own:
            yield "property", short(predicate), predicate, t
        elif near := near_to(space(predicate)):
            yield "namespace", space(predicate), near, t
        if predicate == TYPE:
            if value.startswith(OURS) and value not in known.classes and value not in own:
                yield "class", short(value), value, t
            elif near := near_to(space(value)):
                yield "namespace", space(value), near, t
        elif value.startswith(OURS) and value not in known.terms and value not in own:
            yield "term", short(value), value, t
        if predicate in _OF_DRAFTS and (subject := _iri(t.subject)) not in drafts:
            yield "no-kind", subject, "", t


def _iri(node: object) -> str:
    return node.value if isinstance(node, ox.NamedNode) else ""


def _key(t: ox.Triple) -> tuple[str, str, str]:
    value = t.object.value if isinstance(t.object, ox.NamedNode | ox.Literal) else str(t.object)
    return _iri(t.subject), t.predicate.value, value


def _lines(file: Path) -> dict[tuple[str, str, str], int]:
    from checker.descriptions.positions import positions_of

    found = positions_of(file.read_bytes(), SYNTAXES[file.suffix.lower()])
    return {key: span.first for key, span in found.triples.items()}
