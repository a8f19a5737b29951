"""Prefixes that every query may use without declaring them."""

from __future__ import annotations

from checker.knowledge.names import DCTERMS, GC, GCP, GCR, OA, OWL, PROF, RDF, RDFS, SH, SKOS, XSD
from checker.reviews.names import EARL, PROV, STORE

PREFIXES = {
    "dcterms": DCTERMS, "earl": EARL, "gc": GC, "gcp": GCP, "gcr": GCR, "gcs": STORE, "oa": OA, "owl": OWL,
    "prof": PROF, "prov": PROV, "rdf": RDF, "rdfs": RDFS, "sh": SH, "skos": SKOS, "xsd": XSD,
}  # fmt: skip
"""``gcs`` is for what stores and portfolios say of results."""
DECLARED = " ".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items()) + "\n"
"""One line to put before a query."""
