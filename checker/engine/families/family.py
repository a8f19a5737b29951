"""What a family of constraints is: how it is read, what it asks, and how the tables answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.engine.names import Term
from checker.engine.program.model import Check
from checker.engine.shacl.ast import Constraint, Shape
from checker.engine.shacl.graph import Graph

if TYPE_CHECKING:
    from checker.engine.program.builder import Builder
    from checker.engine.running.tables import Tables

Read = Callable[[Graph, Term, bool], Iterator[Constraint]]
"""The constraints of a node; the flag says whether it is a property shape."""


@dataclass(frozen=True, slots=True)
class Family:
    name: str
    parameters: tuple[str, ...]
    """The local names of the parameters of SHACL that call for it."""
    read: Read
    lower: Callable[[Constraint, Shape, Builder], Iterable[Check]]
    answers: dict[str, Callable[[Tables, str], None]] = field(default_factory=dict)
    """For each kind of question of the family: what fills ``members`` (and ``found``) with the answers."""
