"""The IRIs that SHACL speaks in."""

from __future__ import annotations

import pyoxigraph as ox

SH = "http://www.w3.org/ns/shacl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"

TYPE = RDF + "type"
SUBCLASS = RDFS + "subClassOf"

Term = ox.NamedNode | ox.BlankNode | ox.Literal
"""What a focus node, a value or a parameter can be."""


_LONGEST = 120


def short(term: Term) -> str:
    """A term as an error names it: the end of an IRI, else its own notation."""
    said = term.value.rsplit("/", 1)[-1].rsplit("#", 1)[-1] if isinstance(term, ox.NamedNode) else str(term)
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"
