"""What the ontology lets one conclude: its axioms, read once into tables that rules can use.

Read are, of OWL 2 RL, what the ontology uses: subproperties, inverse, transitive and functional properties,
property chains, classes defined by what their members have, classes whose members share a value, disjoint
classes and individuals that differ. The class hierarchy itself stays with the engines.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from checker.knowledge.index import Index, key
from checker.knowledge.names import OWL, RDFS


class Condition(msgspec.Struct, frozen=True):
    """One conjunct of a definition: a class (``path`` is empty), a value of a property, or a class of its values."""

    path: str
    value: str = ""
    cls: str = ""


class Axioms(msgspec.Struct, frozen=True):
    above: Mapping[str, frozenset[str]]
    """The named superclasses of a class, itself included."""
    superproperties: Mapping[str, tuple[str, ...]]
    inverses: Mapping[str, tuple[str, ...]]
    transitive: frozenset[str]
    functional: frozenset[str]
    chains: tuple[tuple[tuple[str, ...], str], ...]
    """The links of a chain and the property that it gives."""
    definitions: tuple[tuple[str, tuple[Condition, ...]], ...]
    """A class and all that makes a node one of it."""
    shared_values: Mapping[str, tuple[tuple[str, str], ...]]
    """A class and the properties and values that each of its members has."""
    disjoint: frozenset[tuple[str, str]]
    different: frozenset[tuple[str, str]]


def read_axioms(index: Index) -> Axioms:
    """Every axiom of the index."""
    classes = index.of_type(OWL + "Class")
    properties = [*index.of_type(OWL + "ObjectProperty"), *index.of_type(OWL + "DatatypeProperty")]
    inverses: dict[str, set[str]] = {}
    for p in properties:
        for other in index.keys(p, OWL + "inverseOf"):
            inverses.setdefault(p, set()).add(other)
            inverses.setdefault(other, set()).add(p)
    return Axioms(
        above={c: _named(index.reach(c, RDFS + "subClassOf")) for c in classes},
        superproperties={p: up for p in properties if (up := index.keys(p, RDFS + "subPropertyOf"))},
        inverses={p: tuple(sorted(others)) for p, others in inverses.items()},
        transitive=frozenset(index.of_type(OWL + "TransitiveProperty")),
        functional=frozenset(index.of_type(OWL + "FunctionalProperty")),
        chains=tuple(
            (tuple(key(link) for link in index.items(head)), p)
            for p in properties
            for head in index.keys(p, OWL + "propertyChainAxiom")
        ),
        definitions=tuple(
            (c, conditions)
            for c in classes
            for defined in index.keys(c, OWL + "equivalentClass")
            if (conditions := _conditions(index, defined))
        ),
        shared_values={c: found for c in classes if (found := _shared_values(index, c))},
        disjoint=_pairs(index, OWL + "disjointWith"),
        different=_pairs(index, OWL + "differentFrom"),
    )


def _named(nodes: Iterable[str]) -> frozenset[str]:
    return frozenset(n for n in nodes if not n.startswith("_:"))


def _conditions(index: Index, defined: str) -> tuple[Condition, ...]:
    """The conjuncts of a definition; none where it has a form that is not read."""
    if not defined.startswith("_:"):
        return (Condition("", cls=defined),)
    members = [key(m) for head in index.keys(defined, OWL + "intersectionOf") for m in index.items(head)] or [defined]
    found = [_condition(index, m) for m in members]
    return tuple(c for c in found if c is not None) if all(found) else ()


def _condition(index: Index, member: str) -> Condition | None:
    if not member.startswith("_:"):
        return Condition("", cls=member)
    path = index.one(member, OWL + "onProperty")
    value, cls = index.one(member, OWL + "hasValue"), index.one(member, OWL + "someValuesFrom")
    return Condition(path, value or "", cls or "") if path and (value or cls) else None


def _shared_values(index: Index, cls: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (path, value)
        for up in index.keys(cls, RDFS + "subClassOf")
        if (path := index.one(up, OWL + "onProperty")) and (value := index.one(up, OWL + "hasValue"))
    )


def _pairs(index: Index, predicate: str) -> frozenset[tuple[str, str]]:
    stated = {(s, o) for s in index.subjects() for o in index.keys(s, predicate)}
    return frozenset(stated | {(o, s) for s, o in stated})
