"""Claims: the property shapes of a requirement, read into what they want a draft to say."""

from __future__ import annotations

import pyoxigraph as ox
from msgspec.structs import replace

from checker.errors import ToolError
from checker.knowledge.index import Index, key
from checker.knowledge.model import Claim, ClaimRole, Part, Text, ValueShape
from checker.knowledge.names import GC, SH, local

_ROLES: dict[str, ClaimRole] = {GC + "universal": "universal", GC + "optional": "optional"}


def claims_of(index: Index, requirement: str) -> tuple[Claim, ...]:
    """The claims of a requirement, by id."""
    return tuple(sorted((_claim(index, c) for c in index.keys(requirement, SH + "property")), key=lambda c: c.id))


def condition_claims(index: Index, condition: str | None) -> tuple[Claim, ...]:
    """What a draft would say where a condition holds, as claims that decide nothing by themselves."""
    if condition is None:
        return ()
    found: list[Claim] = []
    todo, seen = [condition], set[str]()
    while todo:
        shape = todo.pop()
        if shape in seen:
            continue
        seen.add(shape)
        todo += [key(b) for name in ("or", "and") for head in index.keys(shape, SH + name) for b in index.items(head)]
        todo += [*index.keys(shape, SH + "property"), *index.keys(shape, SH + "node")]
        qualified = index.one(shape, SH + "qualifiedValueShape")
        if qualified and int(index.literal(shape, SH + "qualifiedMinCount") or 0):
            wants = value_shape(index, qualified)
            iri = f"{condition}#{len(found)}"
            claim = Claim(local(condition), iri, Text(), Text(), Text(), "optional", False, False, wants)
            found.append(replace(claim, sought=condition))
    return tuple(found)


def text(index: Index, subject: str, predicate: str) -> Text:
    return Text({(lit.language or "en"): lit.value for lit in index.literals(subject, predicate)})


def _claim(index: Index, iri: str) -> Claim:
    role = _ROLES.get(index.one(iri, GC + "claimRole") or "", "asserting")
    shape = unfolded(index, iri)
    count = int(index.literal(shape, SH + "qualifiedMinCount") or 0)
    qualified = index.one(shape, SH + "qualifiedValueShape")
    if role != "universal" and (qualified is None or count < 1):
        raise ToolError(
            "a claim that asserts something needs sh:qualifiedValueShape with sh:qualifiedMinCount",
            where=local(iri),
            remedy="mend the shape, or give it gc:claimRole gc:universal",
        )
    return Claim(
        id=local(iri),
        iri=iri,
        name=text(index, iri, SH + "name"),
        sentence=text(index, iri, SH + "description"),
        message=text(index, iri, SH + "message"),
        role=role,
        essential=index.literal(iri, GC + "essential") == "true",
        breaks=index.one(iri, GC + "whenFailing") == GC + "not-met",
        wants=value_shape(index, qualified) if qualified and count and role != "universal" else None,
        count=count,
        forbids=value_shape(index, qualified) if qualified and _forbids(index, shape) else None,
        wants_all=qualified is not None and _asks_for_one(index, iri) and not _excludes(index, qualified),
    )


def _asks_for_one(index: Index, iri: str) -> bool:
    """True where a claim asks for one statement, whether or not a condition is folded around it."""
    branches = [key(b) for head in index.keys(iri, SH + "or") for b in index.items(head)]
    asking = [b for b in branches if not index.has(b, SH + "not")]
    if not branches:
        return True
    alone = not any(index.has(asking[0], SH + name) for name in ("or", "and")) if len(asking) == 1 else False
    return alone and len(index.keys(asking[0], SH + "property")) == 1


def _excludes(index: Index, shape: str) -> bool:
    """True where something must be absent from a shape or from one within it."""
    parts = {key(b) for name in ("or", "and") for head in index.keys(shape, SH + name) for b in index.items(head)}
    for name in ("property", "node", "qualifiedValueShape"):
        parts.update(index.keys(shape, SH + name))
    counted = index.has(shape, SH + "maxCount") or index.has(shape, SH + "qualifiedMaxCount")
    return counted or index.has(shape, SH + "not") or any(_excludes(index, p) for p in parts)


def _forbids(index: Index, shape: str) -> bool:
    return index.literal(shape, SH + "qualifiedMaxCount") == "0"


def unfolded(index: Index, iri: str) -> str:
    """The property shape itself, or the one behind the condition that is folded into it."""
    for head in index.keys(iri, SH + "or"):
        for branch in index.items(head):
            for inner in index.keys(key(branch), SH + "property"):
                return inner
    return iri


def value_shape(index: Index, shape: str) -> ValueShape:
    """Reads a qualified shape. sh:not says what must be absent, so it asks for nothing to be found."""
    shapes = (shape, *index.keys(shape, SH + "node"))
    return ValueShape(
        classes=tuple(c for s in shapes for c in index.keys(s, SH + "class")),
        parts=tuple(sorted((part for s in shapes for part in _parts(index, s)), key=repr)),
        alternatives=tuple(
            tuple(value_shape(index, key(branch)) for branch in index.items(head))
            for s in shapes
            for head in index.keys(s, SH + "or")
        ),
        values=_values(index, shape),
    )


def _parts(index: Index, shape: str) -> list[Part]:
    """In no order: the labels of blank nodes differ from run to run."""
    return [part for p in index.keys(shape, SH + "property") if (part := _part(index, p)) is not None]


def _part(index: Index, shape: str) -> Part | None:
    path = index.one(shape, SH + "path")
    if path is None or path.startswith("_:"):
        return None
    qualified = index.one(shape, SH + "qualifiedValueShape")
    count = int(index.literal(shape, SH + "qualifiedMinCount" if qualified else SH + "minCount") or 0)
    value = value_shape(index, qualified or shape)
    if qualified is None and index.has(shape, SH + "hasValue"):
        count = max(count, 1)
    if count < 1:
        return None
    return Part(path=path, count=count, value=value)


def _values(index: Index, shape: str) -> tuple[str, ...]:
    fixed = [o.value for o in index.objects(shape, SH + "hasValue") if isinstance(o, ox.NamedNode)]
    listed = [
        o.value for head in index.keys(shape, SH + "in") for o in index.items(head) if isinstance(o, ox.NamedNode)
    ]
    return tuple(fixed or listed)
