"""Sets variables of a query before it starts: as text where a term can stand in a query, else as a substitution."""

from __future__ import annotations

import re

import pyoxigraph as ox

from checker.engine.families.prebinding import NOISE
from checker.engine.names import Term

_HEAD = re.compile(r"\b(?:SELECT(?:\s+(?:DISTINCT|REDUCED))?|ASK)\b(?:\s+WHERE\b)?", re.IGNORECASE)
_VARIABLE = re.compile(r"[?$](\w+)")
_BY = re.compile(r"\b(?:GROUP|ORDER)\s+BY((?:\s*[?$]\w+)+)", re.IGNORECASE)
_SELECT = re.compile(r"\bSELECT\b(?:\s+(?:DISTINCT|REDUCED)\b)?(.*?)(?=\bWHERE\b|\{)", re.IGNORECASE | re.DOTALL)
_INNERMOST = re.compile(r"\([^()]*\)")


def written_in(query: str, bound: dict[str, Term]) -> str:
    """The query with terms in the place of the variables. Blank nodes are left out: a query cannot name one."""
    text = _without_noise(query)
    heads = {s.start(1) + m.start() for s in _SELECT.finditer(text) for m in _VARIABLE.finditer(_bare(s[1]))}
    sorting = {s.start(1) + m.start() for s in _BY.finditer(text) for m in _VARIABLE.finditer(s[1])}
    tests = {m.start(1): m for m in re.finditer(r"\bbound\s*\(\s*([?$]\w+)\s*\)", text, re.IGNORECASE)}
    out, done = [], 0
    for number, found in enumerate(_VARIABLE.finditer(text)):
        term = bound.get(found[1])
        if term is None or isinstance(term, ox.BlankNode):
            continue
        start, end, new = found.start(), found.end(), str(term)
        if start in tests:
            start, end, new = tests[start].start(), tests[start].end(), "(true)"
        elif start in heads:
            new = f"({term} AS ?{found[1]}_{number})"
        elif start in sorting:
            new = f"({term})"
        out += [query[done:start], new]
        done = end
    return "".join((*out, query[done:]))


def projecting(query: str, bound: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The query with those of the ``bound`` variables that it uses in its projection, as a substitution asks for; ASK
    becomes SELECT. Also says which these are."""
    text = _without_noise(query)
    head = _HEAD.search(text)
    used = tuple(name for name in bound if name in _VARIABLE.findall(text))
    if head is None:
        return query, used
    if head[0].upper().startswith("ASK"):
        names = " ".join(f"?{name}" for name in used)
        return f"{query[: head.start()]}SELECT {names or '*'} WHERE {query[head.end() :]}", used
    projected = re.split(r"\bWHERE\b|\{", text[head.end() :], maxsplit=1, flags=re.IGNORECASE)[0]
    if projected.strip() == "*":
        return query, used
    missing = " ".join(f"?{name}" for name in used if name not in _VARIABLE.findall(projected))
    return f"{query[: head.end()]} {missing} {query[head.end() :]}", used


def _without_noise(query: str) -> str:
    """The query with texts, IRIs and comments blanked out, each sign in its place."""
    return NOISE.sub(lambda noise: " " * len(noise[0]), query)


def _bare(projection: str) -> str:
    """A projection without its expressions, each sign in its place."""
    while (shorter := _INNERMOST.sub(lambda m: " " * len(m[0]), projection)) != projection:
        projection = shorter
    return projection
