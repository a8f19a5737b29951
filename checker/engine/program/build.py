"""From the syntax tree to the program: every check at every set of focus nodes that it is asked of."""

from __future__ import annotations

from checker.engine.families.registry import LOWER
from checker.engine.names import Term
from checker.engine.program.builder import Builder
from checker.engine.program.model import IDENTITY, Occurrence, Program, Reported
from checker.engine.shacl.ast import Shapes, Target


def build(shapes: Shapes) -> Program:
    """The program of some shapes; the same for any data."""
    builder = Builder(shapes, LOWER)
    program = builder.program
    sets: dict[frozenset[Target] | tuple[int, int], int] = {}
    reported: dict[tuple[Term, int], int] = {}

    def focus_set(of: frozenset[Target] | tuple[int, int]) -> int:
        if of not in sets:
            sets[of] = len(program.foci)
            program.foci.append(of)
        return sets[of]

    todo = [
        (s.name, focus_set(frozenset(s.targets))) for s in shapes.shapes.values() if s.targets and not s.deactivated
    ]
    for name, focus in todo:
        shape = shapes.shapes[name]
        path = builder.path(shape.path)
        for number, check in enumerate(builder.checks(name)):
            if check.nested is not None:
                todo.append((check.nested, focus if path == IDENTITY else focus_set((focus, path))))
                continue
            if (name, number) not in reported:
                reported[name, number] = len(program.reported)
                program.reported.append(
                    Reported(
                        name,
                        shape.path,
                        check.component,
                        shape.severity,
                        check.source,
                        check.messages or shape.messages,
                    )
                )
            program.occurrences.append(Occurrence(reported[name, number], check.about, focus, path, check.literal))
    for target in (t for of in program.foci if isinstance(of, frozenset) for t in of):
        program.term(target.term)
    return program
