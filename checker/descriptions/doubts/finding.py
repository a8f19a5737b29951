"""What in a file is most likely not meant so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import pyoxigraph as ox

from checker.descriptions.doubts.vocabulary import OURS, Vocabulary, near_space, near_term, short, space, vocabulary
from checker.descriptions.rdf import named
from checker.descriptions.syntaxes import SYNTAXES, parse
from checker.errors import GuidecheckError
from checker.knowledge import Knowledge
from checker.knowledge.names import GC, TYPE
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


def doubts(file: Path, triples: Iterable[ox.Triple], knowledge: Knowledge) -> tuple[Doubt, ...]:
    """In the order of their lines; each term is told once, where it first stands."""
    given = tuple(triples)
    found: dict[tuple[Of, str], tuple[str, ox.Triple]] = {}
    for of, term, near, triple in _unknown(given, vocabulary(knowledge), knowledge):
        found.setdefault((of, term), (near, triple))
    if not found:
        return ()
    lines = _lines(file)
    told = [Doubt(of, term, near, lines.get(_key(triple), 0)) for (of, term), (near, triple) in found.items()]
    return tuple(sorted(told, key=lambda d: (d.line, d.term))[:_MOST])


def _unknown(
    triples: tuple[ox.Triple, ...], known: Vocabulary, knowledge: Knowledge
) -> Iterator[tuple[Of, str, str, ox.Triple]]:
    own = {t.subject.value for t in triples if isinstance(t.subject, ox.NamedNode)}
    kinds = {k.iri for k in knowledge.kinds.values()}
    drafts = {_iri(t.subject) for t in triples if t.predicate.value == TYPE and _iri(t.object) in kinds}
    for t in triples:
        predicate, value = t.predicate.value, _iri(t.object)
        if predicate.startswith(OURS) and predicate not in known.properties and predicate not in own:
            yield "property", short(predicate), short(near_term(predicate, known.properties)), t
        elif near := _near_space(predicate, known):
            yield "namespace", space(predicate), near, t
        if predicate == TYPE:
            if value.startswith(OURS) and value not in known.classes and value not in own:
                yield "class", short(value), short(near_term(value, known.classes)), t
            elif near := _near_space(value, known):
                yield "namespace", space(value), near, t
        elif value.startswith(OURS) and value not in known.terms and value not in own:
            yield "term", short(value), short(near_term(value, known.terms)), t
        if predicate in _OF_DRAFTS and (subject := _iri(t.subject)) not in drafts:
            yield "no-kind", subject, "", t


def _near_space(iri: str, known: Vocabulary) -> str:
    of = space(iri)
    return near_space(of, known.spaces) if "://" in of and of not in known.spaces else ""


def _iri(node: object) -> str:
    return node.value if isinstance(node, ox.NamedNode) else ""


def _key(t: ox.Triple) -> tuple[str, str, str]:
    value = t.object.value if isinstance(t.object, ox.NamedNode | ox.Literal) else str(t.object)
    return _iri(t.subject), t.predicate.value, value


def _lines(file: Path) -> dict[tuple[str, str, str], int]:
    from checker.descriptions.positions import positions_of

    found = positions_of(file.read_bytes(), SYNTAXES[file.suffix.lower()])
    return {key: span.first for key, span in found.triples.items()}
