"""What a draft's text says, as a description: the statements that its passages make, in Turtle."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from checker.activities import ActivityFile, is_iati
from checker.checks.document import evidence_of
from checker.checks.options import Options, Plan
from checker.descriptions.iati.lines import with_lines
from checker.errors import writing
from checker.knowledge import Knowledge
from checker.knowledge.names import DCTERMS, GC, OA, RDF, RDFS, XSD
from checker.profiles import profile_of
from checker.readers import read

_PREFIXES = {"dcterms": DCTERMS, "gc": GC, "oa": OA, "rdf": RDF, "rdfs": RDFS, "xsd": XSD, "text": "urn:guidecheck:"}


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the file, and the number of triples."""

    file: Path
    triples: int


def _text(draft: Path, knowledge: Knowledge, options: Options) -> tuple[ox.Triple, ...]:
    plan = Plan(knowledge, profile_of(options.profile, knowledge), options)
    found = evidence_of(read(draft), plan)
    return found.evidence.statements(found.requirements)


def _activities(file: Path, knowledge: Knowledge, options: Options) -> tuple[ox.Triple, ...]:
    """What the elements of each activity that is taken state, with their lines; the texts are left to a check."""
    found = ActivityFile(file, knowledge, everything=options.all_activities)
    triples = tuple(t for taken in found for t in with_lines(taken.activity, file.name))
    if found.faults:
        raise found.faults[0]
    return triples


def write_description(draft: Path, file: Path, knowledge: Knowledge, options: Options | None = None) -> Written:
    """Reads a text, or an IATI file, and writes its statements, each with its place. Raises InputError or CallError."""
    options = options or Options()
    triples = _activities(draft, knowledge, options) if is_iati(draft) else _text(draft, knowledge, options)
    with writing("it", file), file.open("wb") as stream:
        ox.serialize(triples, stream, format=ox.RdfFormat.TURTLE, prefixes=_PREFIXES)
    return Written(file, len(triples))
