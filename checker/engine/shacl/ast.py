"""The syntax tree of a shapes graph: immutable, hashable, with terms as they stand in the graph."""

from __future__ import annotations

from dataclasses import dataclass

from checker.engine.names import SH, Term

Path = tuple[object, ...]
"""``("predicate", iri)``, ``("inverse", p)``, ``("sequence", p, q, ...)``, ``("alternative", p, q, ...)``,
``("zeroOrMore", p)``, ``("oneOrMore", p)`` or ``("zeroOrOne", p)``."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """One constraint of a shape. ``family`` names the file that knows it; what the fields hold is its affair."""

    family: str
    component: str
    """The IRI of the constraint component."""
    terms: tuple[Term, ...] = ()
    shapes: tuple[Term, ...] = ()
    """The shapes that it leans on, by name."""
    count: int = 0
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """``kind`` is node, class, subjectsOf, objectsOf or query; ``query`` holds the SPARQL of the last."""

    kind: str
    term: Term
    query: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    name: Term
    path: Path | None
    constraints: tuple[Constraint, ...]
    targets: tuple[Target, ...]
    severity: str
    messages: tuple[Term, ...]
    deactivated: bool


@dataclass(frozen=True, slots=True)
class Shapes:
    """All shapes that targets reach, each after those that it leans on."""

    shapes: dict[Term, Shape]


def component(name: str) -> str:
    """The IRI of a component of the core, by its short name."""
    return f"{SH}{name}ConstraintComponent"
