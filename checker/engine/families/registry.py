"""All families, in one place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from checker.engine.families import (
    classes,
    closed,
    components,
    counts,
    datatypes,
    kinds,
    languages,
    lengths,
    listed,
    logic,
    nested,
    ordered,
    pairs,
    patterns,
    qualified,
    ranges,
    sparql,
)
from checker.engine.families.family import Family, Read
from checker.engine.names import SH
from checker.engine.shacl.graph import Graph

if TYPE_CHECKING:
    from checker.engine.program.builder import Lower
    from checker.engine.running.tables import Tables

FAMILIES: tuple[Family, ...] = (
    classes.FAMILY,
    datatypes.FAMILY,
    kinds.FAMILY,
    counts.FAMILY,
    ranges.FAMILY,
    lengths.FAMILY,
    patterns.FAMILY,
    languages.LANGUAGE_IN,
    languages.UNIQUE_LANG,
    pairs.FAMILY,
    ordered.FAMILY,
    logic.FAMILY,
    nested.NODE,
    nested.PROPERTY,
    qualified.FAMILY,
    closed.FAMILY,
    listed.HAS_VALUE,
    listed.IN,
    sparql.FAMILY,
    components.FAMILY,
)

LOWER: dict[str, Lower] = {family.name: family.lower for family in FAMILIES}
ANSWERS: dict[str, Callable[[Tables, str], None]] = {
    kind: answer for family in FAMILIES for kind, answer in family.answers.items()
}


def readers(graph: Graph) -> dict[str, list[Read]]:
    """What to read a shape with, by the predicates that it uses."""
    found: dict[str, list[Read]] = {}
    for family in FAMILIES:
        for name in family.parameters:
            found.setdefault(SH + name, []).append(family.read)
    for parameter, read in components.readers(graph).items():
        found.setdefault(parameter, []).append(read)
    return found
