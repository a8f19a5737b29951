"""Reports in RDF: nodes and text that every RDF syntax can hold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from urllib.parse import quote

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from checker.report import InputReport, Place, Verdict
from checker.reports.paths import uri
from checker.unseen import visible

EARL = "http://www.w3.org/ns/earl#"
SH = "http://www.w3.org/ns/shacl#"
DCTERMS = "http://purl.org/dc/terms/"
PTR = "http://www.w3.org/2009/pointers#"
XSD = "http://www.w3.org/2001/XMLSchema#"
GC = "https://w3id.org/guidecheck/ontology#"
GCR = "https://w3id.org/guidecheck/requirement/"
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
OUTCOMES: dict[Verdict, str] = {
    "met": "passed",
    "partly-met": "failed",
    "not-met": "failed",
    "not-stated": "failed",
    "not-applicable": "inapplicable",
}
"""EARL's word for each verdict."""
_PREFIXES = {"earl": EARL, "sh": SH, "dcterms": DCTERMS, "ptr": PTR, "xsd": XSD, "gc": GC, "gcr": GCR}

Node = NamedNode | BlankNode
Term = Node | Literal


class Blanks:
    """Blank nodes, numbered: the same report gives the same text."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def __call__(self) -> BlankNode:
        return BlankNode(f"n{next(self._numbers)}")


def about(node: Node, *said: tuple[NamedNode, Term]) -> Iterator[Triple]:
    for predicate, value in said:
        yield Triple(node, predicate, value)


def turtle(triples: Iterator[Triple], spaces: tuple[str, ...]) -> str:
    """Turtle with the prefixes of these namespaces."""
    prefixes = {name: space for name, space in _PREFIXES.items() if space in spaces}
    written = (serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes) or b"").decode("utf-8")
    return written.replace("##[", "##\\u005B")


def text(said: str, language: str = "") -> Literal:
    """Without what acts unseen; with its language where that is two or three letters."""
    tag = language if language.isascii() and language.isalpha() and 1 < len(language) < 4 else ""
    return Literal(visible(said), language=tag) if tag else Literal(visible(said))


def node_of(draft: InputReport) -> NamedNode:
    """The draft's own IRI where it has one, otherwise one from what the file holds."""
    given = _iri(draft.node)
    return given or NamedNode(f"urn:guidecheck:draft:{_quoted(draft.sha256)}")


def resource(iri: str) -> Term:
    """The node of that IRI, or its text where it is none."""
    return _iri(iri) or text(iri)


def file_of(draft: InputReport) -> Literal:
    return Literal(uri(draft.path), datatype=NamedNode(XSD + "anyURI"))


def pointer(node: Node, place: Place, draft: InputReport, new: Blanks) -> Iterator[Triple]:
    """Line and column of a place, by the W3C's pointers."""
    found = new()
    yield Triple(node, NamedNode(EARL + "pointer"), found)
    yield from about(
        found,
        (TYPE, NamedNode(PTR + "LineCharPointer")),
        (NamedNode(PTR + "lineNumber"), _number(place.line)),
        (NamedNode(PTR + "charNumber"), _number(place.column)),
        (NamedNode(PTR + "reference"), file_of(draft)),
    )


def requirement(requirement_id: str) -> NamedNode:
    return NamedNode(GCR + _quoted(requirement_id))


def _number(value: int) -> Literal:
    return Literal(str(value), datatype=NamedNode(XSD + "positiveInteger"))


def _quoted(said: str) -> str:
    return quote(said.encode("utf-8", "replace"), safe="")


def _iri(said: str) -> NamedNode | None:
    try:
        return NamedNode(said) if said else None
    except ValueError:
        return None
