"""One validation result, the same from every engine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Result:
    """A constraint that a focus node does not fulfil.

    ``focus`` and ``value`` are IRIs, or literals and blank nodes in N-Triples syntax; ``shape``,
    ``component`` and ``severity`` are IRIs. ``shape`` is ``_:`` where the shape has no name, since
    blank node labels differ from engine to engine.
    """

    focus: str
    shape: str
    component: str
    severity: str
    value: str = ""


def plain(term: str | None) -> str:
    """An N-Triples term without the angle brackets of an IRI; blank nodes lose their label."""
    if not term:
        return ""
    if term.startswith("<"):
        return term[1:-1]
    return "_:" if term.startswith("_:") else term
