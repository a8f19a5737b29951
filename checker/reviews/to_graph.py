"""Reviews, decisions and events as triples."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from checker.report import Evidence
from checker.reviews import names as n
from checker.reviews.model import Decision, Header
from checker.reviews.moments import canonical
from checker.reviews.store import TrailEntry

Term = NamedNode | Literal


def when(text: str) -> Literal:
    return Literal(canonical(text), datatype=n.DATE_TIME)


def header_triples(header: Header, asked: int) -> Iterator[Triple]:
    """A review that nobody has decided on; ``asked`` is how many requirements applied."""
    review = NamedNode(header.id)
    yield from _person(review, n.CREATOR, header.created_by)
    yield from _about(
        review,
        (n.TYPE, n.REVIEW),
        (n.TYPE, n.ENTITY),
        (n.TITLE, Literal(header.name)),
        (n.KIND, Literal(header.kind)),
        (n.LANGUAGE, Literal(header.language)),
        (n.PROFILE, Literal(header.profile)),
        (n.CREATED, when(header.created)),
        (n.MODIFIED, when(header.changed or header.created)),
        (n.ASKED, Literal(asked)),
        (n.DRAFT, Literal(header.draft, datatype=n.HEX)),
        (n.REPORT, Literal(header.report, datatype=n.HEX)),
    )
    if header.document:
        yield Triple(review, n.DOCUMENT, Literal(header.document, datatype=n.HEX))
    if header.version_of:
        yield Triple(review, n.REPLACES, NamedNode(header.version_of))


def decision_triples(review_id: str, decision: Decision) -> Iterator[Triple]:
    review, node = NamedNode(review_id), NamedNode(decision.id)
    requirement = n.requirement_node(decision.requirement)
    yield from _person(node, n.ASSOCIATED, decision.who)
    yield from _about(
        node,
        (n.TYPE, n.ACTIVITY),
        (n.ACT, n.term(decision.act)),
        (n.ABOUT, requirement),
        (n.USED, review),
        (n.ENDED, when(decision.when)),
        (n.COMMENT, Literal(decision.comment)),
        (n.REASON, Literal(decision.why)),
    )
    if decision.before is not None:
        yield Triple(node, n.INFORMED_BY, NamedNode(decision.before))
    if decision.verdict is not None:
        yield from _assertion(node, review, decision, decision.verdict)
    if decision.passages is not None:
        yield Triple(node, n.PASSAGES, Literal(len(decision.passages)))
        for number, passage in enumerate(decision.passages):
            yield from _passage(node, review, requirement, number, passage)


def entry_triples(entry: TrailEntry) -> Iterator[Triple]:
    node = NamedNode(entry.id)
    yield from _person(node, n.ASSOCIATED, entry.who)
    yield from _about(
        node,
        (n.TYPE, n.ACTIVITY),
        (n.ACT, n.term(entry.event)),
        (n.USED, NamedNode(entry.review)),
        (n.TITLE, Literal(entry.name)),
        (n.ENDED, when(entry.when)),
    )


def _assertion(node: NamedNode, review: NamedNode, decision: Decision, verdict: str) -> Iterator[Triple]:
    assertion, result = n.part(node, "assertion"), n.part(node, "result")
    yield from _about(
        assertion,
        (n.TYPE, n.ASSERTION),
        (n.GENERATED_BY, node),
        (n.ASSERTED_BY, n.agent_node(decision.who)),
        (n.SUBJECT, review),
        (n.TEST, n.requirement_node(decision.requirement)),
        (n.MODE, n.MANUAL),
        (n.RESULT, result),
    )
    yield from _about(result, (n.TYPE, n.TEST_RESULT), (n.OUTCOME, n.term(verdict)))


def _passage(
    node: NamedNode, review: NamedNode, requirement: NamedNode, number: int, passage: Evidence
) -> Iterator[Triple]:
    names = f"passage-{number}"
    annotation, target = n.part(node, names), n.part(node, f"{names}-target")
    quote, place, page = (n.part(node, f"{names}-{what}") for what in ("quote", "position", "page"))
    yield from _about(
        annotation,
        (n.TYPE, n.ANNOTATION),
        (n.MOTIVATED_BY, n.IDENTIFYING),
        (n.GENERATED_BY, node),
        (n.BODY, requirement),
        (n.TARGET, target),
        (n.HEADING, _json(passage.heading)),
        (n.CLAIMS, _json(passage.claims)),
        (n.SCORE, Literal(float(passage.score))),
    )
    yield from _about(target, (n.SOURCE, review), (n.SELECTOR, quote))
    yield from _about(quote, (n.TYPE, n.QUOTE_SELECTOR), (n.EXACT, Literal(passage.quote)))
    if passage.start is not None and passage.end is not None:
        yield Triple(target, n.SELECTOR, place)
        yield from _about(
            place, (n.TYPE, n.POSITION_SELECTOR), (n.START, Literal(passage.start)), (n.END, Literal(passage.end))
        )
    if passage.page is not None:
        yield Triple(target, n.SELECTOR, page)
        yield from _about(page, (n.TYPE, n.FRAGMENT_SELECTOR), (n.VALUE, Literal(f"page={passage.page}")))


def _person(node: NamedNode, role: NamedNode, name: str) -> Iterator[Triple]:
    agent = n.agent_node(name)
    yield Triple(node, role, agent)
    yield from _about(agent, (n.TYPE, n.AGENT), (n.LABEL, Literal(name)))


def _about(node: NamedNode, *said: tuple[NamedNode, Term]) -> Iterator[Triple]:
    return (Triple(node, predicate, value) for predicate, value in said)


def _json(texts: Iterable[str]) -> Literal:
    return Literal(json.dumps(list(texts), ensure_ascii=False), datatype=n.JSON)
