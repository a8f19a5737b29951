"""IRIs that the code speaks of, as strings; everything else is known from the Turtle alone."""

from __future__ import annotations

GC = "https://w3id.org/guidecheck/ontology#"
GCR = "https://w3id.org/guidecheck/requirement/"
GCP = "https://w3id.org/guidecheck/provision/"
GCN = "https://w3id.org/guidecheck/notion/"
GCS = "https://w3id.org/guidecheck/structure/"
GCI = "https://w3id.org/guidecheck/iati#"
SH = "http://www.w3.org/ns/shacl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
DCTERMS = "http://purl.org/dc/terms/"
OA = "http://www.w3.org/ns/oa#"
PROF = "http://www.w3.org/ns/dx/prof/"
XSD = "http://www.w3.org/2001/XMLSchema#"

TYPE = RDF + "type"
HAS_ANSWER = GC + "hasAnswer"
HAS_TEXT = GC + "hasText"
"""The wording of a statement. In a document the passage itself fills it."""


def local(iri: str) -> str:
    """The part of an IRI after its last ``#`` or ``/``."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
