"""Who asks what of which nodes: known from the program alone."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.engine.program.model import IDENTITY, Program

Source = tuple[int | None, int | None]
"""A set of focus nodes, or all that a path reaches."""


@dataclass(slots=True)
class Demand:
    questions: dict[int, set[Source]] = field(default_factory=dict)
    """For each question that some result depends on: the nodes that it is asked about."""
    paths: dict[int, set[Source]] = field(default_factory=dict)
    """For each path that is needed: the nodes that it starts from."""

    @property
    def sources(self) -> list[tuple[int, int | None, int | None]]:
        return [(path, *source) for path, sources in self.paths.items() for source in sorted(sources, key=str)]

    @property
    def asked(self) -> list[tuple[int, int | None, int | None]]:
        return [(number, *source) for number, sources in self.questions.items() for source in sorted(sources, key=str)]


def demand(program: Program) -> Demand:
    """Follows questions from the occurrences of checks down to those that stand on their own."""
    found = Demand()
    for of in program.foci:
        if not isinstance(of, frozenset):
            found.paths.setdefault(of[1], set()).add(_source(program, of[0]))
    todo: list[tuple[int, Source]] = []
    for o in program.occurrences:
        start = _source(program, o.focus)
        if o.about == "value" and o.path != IDENTITY:
            found.paths.setdefault(o.path, set()).add(start)
            start = (None, o.path)
        todo.append((abs(o.literal), start))
    while todo:
        number, source = todo.pop()
        known = found.questions.setdefault(number, set())
        if source in known:
            continue
        known.add(source)
        question = program.questions[number - 1]
        if question.path != IDENTITY:
            found.paths.setdefault(question.path, set()).add(source)
        if question.kind in ("equals", "disjoint", "lessThan", "lessThanOrEquals"):
            found.paths.setdefault(question.terms[0], set()).add(source)
        inner = (None, question.path) if question.kind == "atLeast" else source
        todo += [(abs(child), inner) for child in question.children]
    return found


def _source(program: Program, focus: int) -> Source:
    """A set of focus nodes; of one that is reached by a path, all that the path reaches."""
    of = program.foci[focus]
    return (focus, None) if isinstance(of, frozenset) else (None, of[1])
