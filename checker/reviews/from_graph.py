"""Triples as reviews, decisions and events again."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, cast

from pyoxigraph import Literal, NamedNode

from checker.errors import CallError
from checker.knowledge.names import local
from checker.report import Evidence, Verdict
from checker.reviews import names as n
from checker.reviews.model import Act, Decision, Header
from checker.reviews.moments import canonical
from checker.reviews.store import Event, StoreError, TrailEntry

Facts = Mapping[NamedNode, Mapping[NamedNode, list[Any]]]
"""What is said of each node, by predicate."""
_NOT_WHOLE = (KeyError, IndexError, ValueError, TypeError, AttributeError, RecursionError, CallError)


def facts_of(rows: Iterable[tuple[Any, ...]]) -> Facts:
    found: dict[NamedNode, dict[NamedNode, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in rows:
        found[subject][predicate].append(value)
    return {subject: dict(said) for subject, said in found.items()}


def header_of(review_id: str, facts: Facts) -> Header:
    """Raises StoreError where the graph is not whole."""
    with_review = NamedNode(review_id)
    try:
        said = facts[with_review]
        return Header(
            id=review_id,
            name=_text(said, n.TITLE),
            kind=_text(said, n.KIND),
            language=_text(said, n.LANGUAGE),
            profile=_text(said, n.PROFILE),
            created=canonical(_text(said, n.CREATED)),
            created_by=_text(facts[said[n.CREATOR][0]], n.LABEL),
            draft=_text(said, n.DRAFT),
            document=_text(said, n.DOCUMENT),
            report=_text(said, n.REPORT),
            changed=max(canonical(value.value) for value in said[n.MODIFIED]),
            decided=len(said.get(n.DECIDED, ())),
            of=int(_text(said, n.ASKED)) + len(said.get(n.DECIDED_BESIDES, ())),
            version_of=_text(said, n.REPLACES) if n.REPLACES in said else "",
        )
    except _NOT_WHOLE:
        raise damaged(review_id) from None


def decisions_of(review_id: str, facts: Facts) -> tuple[Decision, ...]:
    """Oldest first. Raises StoreError where the graph is not whole."""
    try:
        found = [_decision(node, facts) for node, said in facts.items() if n.ACTIVITY in said.get(n.TYPE, ())]
    except _NOT_WHOLE:
        raise damaged(review_id) from None
    return in_order(found)


def in_order(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """By time, and after what they were made upon even where a clock went back."""
    by_id = {decision.id: decision for decision in decisions}
    placed: dict[str, tuple[str, int]] = {}

    def place(decision: Decision) -> tuple[str, int]:
        line = []
        while decision.id not in placed:
            line.append(decision)
            placed[decision.id] = (decision.when, 0)
            if decision.before not in by_id:
                break
            decision = by_id[decision.before]
        for later in reversed(line):
            when, depth = placed.get(later.before or "", ("", -1))
            placed[later.id] = (max(when, later.when), depth + 1)
        return placed[line[0].id] if line else placed[decision.id]

    return tuple(sorted(by_id.values(), key=lambda decision: (*place(decision), decision.id)))


def entries_of(facts: Facts) -> tuple[TrailEntry, ...]:
    found = [
        TrailEntry(
            id=node.value,
            event=cast(Event, local(said[n.ACT][0].value)),
            review=said[n.USED][0].value,
            name=_text(said, n.TITLE),
            who=_text(facts[said[n.ASSOCIATED][0]], n.LABEL),
            when=canonical(_text(said, n.ENDED)),
        )
        for node, said in facts.items()
        if n.ACTIVITY in said.get(n.TYPE, ())
    ]
    return tuple(sorted(found, key=lambda entry: (entry.when, entry.id)))


def damaged(review_id: str) -> StoreError:
    return StoreError(
        "the review's graph is not whole",
        where=review_id,
        remedy="guidecheck store verify says what is wrong; import the review from a backup",
        text="error-review-not-whole",
    )


def _decision(node: NamedNode, facts: Facts) -> Decision:
    said = facts[node]
    result = n.part(node, "result")
    verdict = local(facts[result][n.OUTCOME][0].value) if result in facts else None
    count = int(_text(said, n.PASSAGES)) if n.PASSAGES in said else None
    return Decision(
        id=node.value,
        requirement=n.requirement_of(said[n.ABOUT][0]),
        act=cast(Act, local(said[n.ACT][0].value)),
        who=_text(facts[said[n.ASSOCIATED][0]], n.LABEL),
        when=canonical(_text(said, n.ENDED)),
        before=_text(said, n.INFORMED_BY) if n.INFORMED_BY in said else None,
        verdict=cast("Verdict | None", verdict),
        passages=None if count is None else tuple(_passage(node, number, facts) for number in range(count)),
        comment=_text(said, n.COMMENT),
        why=_text(said, n.REASON),
    )


def _passage(node: NamedNode, number: int, facts: Facts) -> Evidence:
    said = facts[n.part(node, f"passage-{number}")]
    quote, place, page = (facts.get(n.part(node, f"passage-{number}-{w}")) for w in ("quote", "position", "page"))
    return Evidence(
        quote=_text(quote or {}, n.EXACT),
        page=int(_text(page, n.VALUE).removeprefix("page=")) if page else None,
        heading=_texts(said, n.HEADING),
        start=int(_text(place, n.START)) if place else None,
        end=int(_text(place, n.END)) if place else None,
        score=float(_text(said, n.SCORE)),
        claims=_texts(said, n.CLAIMS),
    )


def _texts(said: Mapping[NamedNode, list[Any]], predicate: NamedNode) -> tuple[str, ...]:
    found = json.loads(_text(said, predicate))
    if not isinstance(found, list) or not all(isinstance(text, str) for text in found):
        raise ValueError
    return tuple(found)


def _text(said: Mapping[NamedNode, list[Any]], predicate: NamedNode) -> str:
    value: NamedNode | Literal = said[predicate][0]
    return value.value
