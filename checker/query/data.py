"""Everything that a query is asked of, in one store in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from checker.errors import CallError, InputError
from checker.knowledge import Knowledge, load
from checker.query.places import Sources
from checker.query.verdicts import of_json

_FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE, ".nt": ox.RdfFormat.N_TRIPLES, ".nq": ox.RdfFormat.N_QUADS,
    ".trig": ox.RdfFormat.TRIG, ".rdf": ox.RdfFormat.RDF_XML, ".owl": ox.RdfFormat.RDF_XML,
    ".xml": ox.RdfFormat.RDF_XML, ".jsonld": ox.RdfFormat.JSON_LD,
}  # fmt: skip
MOST_FILE = 500 * 2**20


def loaded(sources: Sources) -> ox.Store:
    """Raises InputError and CallError for what cannot be read."""
    store = ox.Store()
    for file in sources.knowledge:
        _file(store, Path(file), ox.RdfFormat.TURTLE)
    for file in sources.files:
        _given(store, Path(file))
    if sources.portfolio:
        from checker.query.of_portfolio import of_portfolio

        _add(store, of_portfolio(sources, load()))
    if sources.reviews:
        store.bulk_extend(_reviews(Path(sources.reviews), load()))
    return store


def _given(store: ox.Store, file: Path) -> None:
    ending = file.suffix.lower()
    if ending == ".json":
        _add(store, of_json(file, load()))
        return
    if ending not in _FORMATS:
        known = ", ".join([*_FORMATS, ".json"])
        raise CallError(f"no format follows from '{file.name}'", remedy=f"give a file that ends in one of {known}")
    _file(store, file, _FORMATS[ending])


def _file(store: ox.Store, file: Path, format: ox.RdfFormat) -> None:
    try:
        if file.stat().st_size > MOST_FILE:
            raise InputError(f"the file is larger than {MOST_FILE >> 20} MB", where=str(file), remedy="split it")
        store.bulk_load(path=str(file), format=format, base_iri=file.absolute().as_uri())
    except OSError as error:
        raise InputError(
            f"cannot be read ({error.strerror or error})", where=str(file), remedy="check the path"
        ) from error
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        where = f"{file}:{line}" if line else str(file)
        said = str(getattr(error, "msg", error)).partition("\n")[0][:160]
        raise InputError(f"it is not well formed ({said})", where=where, remedy="mend it and ask again") from error


def _add(store: ox.Store, triples: Iterable[ox.Triple]) -> None:
    graph = ox.DefaultGraph()
    store.bulk_extend(_quad(triple, graph) for triple in triples)


def _quad(triple: ox.Triple, graph: ox.NamedNode | ox.DefaultGraph) -> ox.Quad:
    return ox.Quad(triple.subject, triple.predicate, triple.object, graph)


def _reviews(folder: Path, knowledge: Knowledge) -> Iterator[ox.Quad]:
    """Each review as a graph of its own: what the store says of it, and its verdicts as they stand."""
    from checker.reviews.opening import open_store
    from checker.sent_back.material import material_of
    from checker.sent_back.turtle import triples

    if not folder.is_dir():
        raise InputError("there are no reviews", where=str(folder), remedy="check the path, or leave --reviews out")
    store = open_store(folder)
    try:
        for header in store.headers():
            graph = ox.NamedNode(header.id)
            material = material_of(store.review(header.id), b"", None, knowledge)
            for triple in triples(material):
                yield _quad(triple, graph)
    finally:
        store.close()
