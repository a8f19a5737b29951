"""Builds questions; the same question asked by many shapes is built once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from checker.engine.names import Term
from checker.engine.program.model import ALWAYS, IDENTITY, Check, Literal, Program, Question
from checker.engine.shacl.ast import Constraint, Path, Shape, Shapes

Lower = Callable[[Constraint, Shape, "Builder"], Iterable[Check]]


class Builder:
    """What the families build questions with."""

    def __init__(self, shapes: Shapes, lower: dict[str, Lower]) -> None:
        self.program = Program()
        self._shapes = shapes.shapes
        self._lower = lower
        self._numbers: dict[Any, int] = {}
        self._conforms: dict[Term, Literal] = {}
        self._checks: dict[Term, tuple[Check, ...]] = {}
        self.ask("always", lists_true=False)

    def term(self, term: Term) -> int:
        return self.program.term(term)

    def path(self, path: Path | None) -> int:
        return IDENTITY if path is None else self.program.paths.setdefault(path, len(self.program.paths) + 1)

    def ask(
        self,
        kind: str,
        *,
        lists_true: bool,
        path: int = IDENTITY,
        terms: tuple[int, ...] = (),
        details: tuple[str, ...] = (),
    ) -> Literal:
        """A question that a family answers on its own."""
        return self._add(Question(kind, lists_true, path=path, terms=terms, details=details))

    def all_of(self, literals: Iterable[Literal]) -> Literal:
        """True where each is."""
        wanted: dict[Literal, None] = {}
        for literal in literals:
            question = self.program.questions[abs(literal) - 1]
            wanted.update(dict.fromkeys(question.children if literal > 0 and question.kind == "and" else (literal,)))
        wanted.pop(ALWAYS, None)
        if any(-literal in wanted for literal in wanted) or -ALWAYS in wanted:
            return -ALWAYS
        if not wanted:
            return ALWAYS
        if len(wanted) == 1:
            return next(iter(wanted))
        listed = any(map(self.program.lists_truth, wanted))
        return self._add(Question("and", listed, tuple(sorted(wanted)), level=self._above(wanted)))

    def any_of(self, literals: Iterable[Literal]) -> Literal:
        return -self.all_of(-literal for literal in literals)

    def exactly_one(self, literals: Iterable[Literal]) -> Literal:
        """True where one is and the others are not; a literal given twice counts twice."""
        wanted = tuple(sorted(literals))
        unlisted_true = sum(not self.program.lists_truth(literal) for literal in wanted)
        return self._add(Question("xone", unlisted_true != 1, wanted, level=self._above(wanted)))

    def at_least(self, count: int, path: int, literal: Literal = ALWAYS) -> Literal:
        """True of a node with so many values by the path of which the literal is true."""
        if count <= 0:
            return ALWAYS
        if literal == -ALWAYS:
            return -ALWAYS
        return self._add(Question("atLeast", True, (literal,), path=path, count=count, level=self._above((literal,))))

    def every(self, path: int, literal: Literal) -> Literal:
        """True of a node of all of whose values by the path the literal is true."""
        return literal if path == IDENTITY else -self.at_least(1, path, -literal)

    def checks(self, shape: Term) -> tuple[Check, ...]:
        """What the constraints of a shape ask, each by its family."""
        if shape not in self._checks:
            found = self._shapes[shape]
            self._checks[shape] = tuple(
                check for c in found.constraints for check in self._lower[c.family](c, found, self)
            )
        return self._checks[shape]

    def conforms(self, name: Term) -> Literal:
        """True of the nodes that conform to a shape."""
        if name not in self._conforms:
            shape, checks = self._shapes[name], self.checks(name)
            path = self.path(shape.path)
            inner = [self.conforms(c.nested) for c in checks if c.nested is not None]
            of_values = self.all_of((*inner, *(c.literal for c in checks if c.about == "value")))
            of_focus = [c.literal for c in checks if c.about in ("focus", "found")]
            self._conforms[name] = self.all_of((self.every(path, of_values), *of_focus))
        return self._conforms[name]

    def _above(self, literals: Iterable[Literal]) -> int:
        return 1 + max((self.program.questions[abs(n) - 1].level for n in literals), default=0)

    def _add(self, question: Question) -> Literal:
        if question not in self._numbers:
            self.program.questions.append(question)
            self._numbers[question] = len(self.program.questions)
        return self._numbers[question]
