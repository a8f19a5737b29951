"""What a draft's text says, as a description: the statements that its passages make, in Turtle."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from checker.checks.document import evidence_of
from checker.checks.options import Options, Plan
from checker.errors import writing
from checker.knowledge import Knowledge
from checker.knowledge.names import GC, OA, RDFS, XSD
from checker.profiles import profile_of
from checker.readers import read

_PREFIXES = {"gc": GC, "oa": OA, "rdfs": RDFS, "xsd": XSD, "text": "urn:guidecheck:"}


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the file, and the number of triples."""

    file: Path
    triples: int


def write_description(draft: Path, file: Path, knowledge: Knowledge, options: Options | None = None) -> Written:
    """Reads a text and writes its statements, each with its quote and place. Raises InputError or CallError."""
    options = options or Options()
    plan = Plan(knowledge, profile_of(options.profile, knowledge), options)
    found = evidence_of(read(draft), plan)
    triples = found.evidence.statements(found.requirements)
    with writing("it", file), file.open("wb") as stream:
        ox.serialize(triples, stream, format=ox.RdfFormat.TURTLE, prefixes=_PREFIXES)
    return Written(file, len(triples))
