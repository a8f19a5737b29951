"""Reviews as one file: a ZIP package with the graphs as TriG and the blobs by their names. The same reviews give
the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Sequence
from typing import BinaryIO

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from checker.knowledge.names import DCTERMS, GCR, OA, RDF, RDFS, XSD
from checker.reviews import names as n
from checker.reviews.format import VERSION
from checker.reviews.model import Header

GRAPHS = "reviews.trig"
BLOBS = "blobs/"
_TIME = (1980, 1, 1, 0, 0, 0)
_PREFIXES = {
    "store": n.STORE,
    "gcr": GCR,
    "dcterms": DCTERMS,
    "prov": n.PROV,
    "earl": n.EARL,
    "oa": OA,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
}


def write_archive(
    stream: BinaryIO,
    headers: Sequence[Header],
    triples_of: Callable[[str], Iterable[Triple]],
    blob: Callable[[str], bytes],
) -> None:
    """Raises InputError where a blob is missing or damaged."""
    quads = [Quad(n.FORMAT, n.VERSION, Literal(VERSION), n.FORMAT)]
    for header in sorted(headers, key=lambda header: header.id):
        graph = NamedNode(header.id)
        quads.extend(
            Quad(triple.subject, triple.predicate, triple.object, graph)
            for triple in sorted(triples_of(header.id), key=str)
        )
    named = sorted({name for h in headers for name in blobs_of(h)})
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        _write(package, GRAPHS, serialize(quads, format=RdfFormat.TRIG, prefixes=_PREFIXES) or b"")
        for name in named:
            _write(package, BLOBS + name, blob(name))


def blobs_of(header: Header) -> tuple[str, ...]:
    return tuple(name for name in (header.draft, header.document, header.report) if name)


def _write(package: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    info.create_system = 3
    package.writestr(info, data)
