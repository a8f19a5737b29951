"""Line and column of the nodes and triples of an RDF file, from the parser itself: it is fed in pieces and watched."""

from __future__ import annotations

import pyoxigraph as ox

from checker.descriptions.positions.jsonld import in_json_ld
from checker.descriptions.positions.spans import Positions, Span
from checker.descriptions.positions.terse import in_terse
from checker.descriptions.positions.xml import in_xml

__all__ = ["Positions", "Span", "positions_of"]


def positions_of(data: bytes, syntax: ox.RdfFormat) -> Positions:
    """Where each subject and each triple of a file stands, by the names that ``read_rdf`` gives nodes."""
    if syntax == ox.RdfFormat.RDF_XML:
        return in_xml(data)
    return in_json_ld(data) if syntax == ox.RdfFormat.JSON_LD else in_terse(data, syntax)
