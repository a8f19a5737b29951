"""Queries of shapes over the data, node by node: the one place where the engine is not set at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyoxigraph as ox

from checker.engine.families.setting import projecting, written_in
from checker.engine.names import Term
from checker.engine.program.model import IDENTITY, Question
from checker.engine.shacl.paths import as_sparql
from checker.errors import InputError

if TYPE_CHECKING:
    from checker.engine.running.tables import Tables

SHAPES_GRAPH = ox.NamedNode("urn:guidecheck:shapes")
_VARIABLE = re.compile(r"\{[?$](\w+)\}")
Bound = dict[str, Term]


def answer_select(tables: Tables, kind: str) -> None:
    """``terms`` of a question: the shape, then the messages, or the values of ``details`` from the second on."""
    rows: list[tuple[int, int, int | None, int | None, str | None]] = []
    for number in tables.asked(kind):
        question = tables.program.questions[number - 1]
        query, fixed, messages = _query(tables, question)
        for node in tables.candidates(number):
            this = tables.term(node)
            for solution in _solutions(tables, query, {**fixed, "this": this}):
                value, path = solution.get("value"), solution.get("path")
                if value is None and question.path == IDENTITY:
                    value = this
                rows.append(
                    (
                        number,
                        node,
                        None if value is None else tables.number(value),
                        tables.number(path) if isinstance(path, ox.NamedNode) else None,
                        _said(tables, messages, {**fixed, **solution}),
                    )
                )
    tables.insert("found", rows)


def answer_ask(tables: Tables, kind: str) -> None:
    rows: list[tuple[int, int, int | None, int | None, str | None]] = []
    for number in tables.asked(kind):
        question = tables.program.questions[number - 1]
        query, fixed, messages = _query(tables, question)
        pairs = tables.rows(f"SELECT node, value FROM ({tables.values_of(kind)}) WHERE question = {number}")
        for node, value in pairs:
            bound = {**fixed, "this": tables.term(node), "value": tables.term(value)}
            if next(_solutions(tables, query, bound), None) is None:
                rows.append((number, node, value, None, _said(tables, messages, bound)))
    tables.insert("found", rows)


def _query(tables: Tables, question: Question) -> tuple[str, Bound, list[Term]]:
    query, *names = question.details
    shape, *others = map(tables.term, question.terms)
    fixed: Bound = {"currentShape": shape, "shapesGraph": SHAPES_GRAPH, **dict(zip(names, others, strict=False))}
    if question.path != IDENTITY:
        path = next(p for p, n in tables.program.paths.items() if n == question.path)
        query = re.sub(r"[$?]PATH\b", lambda _: as_sparql(path), query)
    return query, fixed, others[len(names) :]


def _solutions(tables: Tables, query: str, bound: Bound) -> Iterator[Bound]:
    """What the query finds with some variables set before it starts."""
    try:
        found = _found(tables.store, query, bound)
    except (SyntaxError, ValueError, RuntimeError, OSError) as error:
        raise InputError(f"a query of the shapes cannot be run: {error}", remedy="mend it") from error
    if not isinstance(found, ox.QuerySolutions):
        raise InputError("a query of the shapes is no SELECT", remedy="write SELECT $this")
    names = [v.value for v in found.variables]
    for solution in found:
        values = {name: solution[name] for name in names}
        if values.get("failure") == ox.Literal(True):
            raise InputError("a query of the shapes reports a failure", remedy="see its ?failure")
        yield {n: v for n, v in values.items() if v is not None and not isinstance(v, ox.Triple)}


def _found(store: ox.Store, query: str, bound: Bound) -> object:
    """A literal in the place of a subject is no SPARQL: then every variable is set by substitution."""
    try:
        return _substituted(
            store, written_in(query, bound), {n: t for n, t in bound.items() if isinstance(t, ox.BlankNode)}
        )
    except SyntaxError:
        return _substituted(store, query, bound)


def _substituted(store: ox.Store, query: str, bound: Bound) -> object:
    projected, used = projecting(query, tuple(bound))
    given: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] = {
        ox.Variable(name): bound[name] for name in used
    }
    return store.query(projected, substitutions=given)


def _said(tables: Tables, messages: list[Term], bound: Bound) -> str | None:
    """The messages with variables filled in, as numbers of terms; None where there is nothing to fill in."""
    own = bound.get("message")
    if isinstance(own, ox.Literal):
        return str(tables.number(own))
    if not any(_VARIABLE.search(m.value) for m in messages):
        return None
    filled = []
    for message in messages:
        text = _VARIABLE.sub(lambda m: bound[m[1]].value if m[1] in bound else m[0], message.value)
        language = message.language if isinstance(message, ox.Literal) else None
        filled.append(ox.Literal(text, language=language) if language else ox.Literal(text))
    return " ".join(str(tables.number(m)) for m in filled)
