"""What a shapes graph becomes before any data is seen. Integers throughout; ``terms`` says what they stand for."""

from __future__ import annotations

from dataclasses import dataclass, field

import pyoxigraph as ox

from checker.engine.names import Term
from checker.engine.shacl.ast import Path, Target

Literal = int
"""A question by its number, or minus that number for its contrary."""

ALWAYS: Literal = 1
IDENTITY = 0
"""The path that stays at the node."""


@dataclass(frozen=True, slots=True)
class Check:
    """What one constraint asks. ``about`` says of what: each ``value`` in turn, the ``focus`` node, or what
    a question about pairs ``found``; ``nested`` hands the values on to another shape."""

    component: str
    about: str
    literal: Literal = ALWAYS
    nested: Term | None = None
    source: Term | None = None
    messages: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Reported:
    """What results of a check say beside their nodes."""

    shape: Term
    path: Path | None
    component: str
    severity: str
    source: Term | None
    messages: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A check at one set of focus nodes. ``path`` leads from them to the values."""

    reported: int
    about: str
    focus: int
    path: int
    literal: Literal


@dataclass(frozen=True, slots=True)
class Question:
    """Something that is true or false of any node.

    ``lists_true`` says which nodes the table ``members`` will hold for it: those of which it is true, or
    those, of all that anyone asks about, of which it is false.
    """

    kind: str
    lists_true: bool
    children: tuple[Literal, ...] = ()
    path: int = IDENTITY
    count: int = 0
    terms: tuple[int, ...] = ()
    details: tuple[str, ...] = ()
    level: int = 0


@dataclass(slots=True)
class Program:
    terms: dict[Term, int] = field(default_factory=dict)
    paths: dict[Path, int] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    """Number 1 comes first."""
    reported: list[Reported] = field(default_factory=list)
    occurrences: list[Occurrence] = field(default_factory=list)
    foci: list[frozenset[Target] | tuple[int, int]] = field(default_factory=list)
    """Sets of focus nodes: those of some targets, or the values of a set by a path."""
    triples: tuple[ox.Triple, ...] = ()
    """The shapes graph, kept where a query may ask for it."""

    def term(self, term: Term) -> int:
        return self.terms.setdefault(term, len(self.terms))

    def lists_truth(self, literal: Literal) -> bool:
        """Whether the rows of the question make the literal true."""
        return self.questions[abs(literal) - 1].lists_true == (literal > 0)
