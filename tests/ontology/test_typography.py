"""How texts that people read are set."""

from __future__ import annotations

import re

import pyoxigraph as ox

from checker.knowledge.names import GC
from checker.places import ONTOLOGY, SHAPES

READ_BY_PROGRAMS = {GC + "cue", GC + "pattern", GC + "passageText"}
BREAKS = re.compile(r" [;:?!»](?!\w)|« ")
"""Where French sets a space at which a line may not end, and an ordinary one stands."""


def test_french_signs_do_not_begin_a_line() -> None:
    broken = [
        (file.name, quad.object.value)
        for file in [*ONTOLOGY.rglob("*.ttl"), *SHAPES.glob("*.ttl")]
        for quad in ox.parse(path=file)
        if isinstance(quad.object, ox.Literal) and quad.object.language == "fr"
        if quad.predicate.value not in READ_BY_PROGRAMS and BREAKS.search(quad.object.value)
    ]
    assert broken == []
