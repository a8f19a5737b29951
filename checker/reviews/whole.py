"""Whether a review's graph is whole: it says what its values say, and decisions follow upon one another."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Triple

from checker.errors import CallError
from checker.report import InputReport
from checker.reviews import names as n
from checker.reviews.decided import standing
from checker.reviews.limits import checked, checked_decision, is_id
from checker.reviews.model import Decision, Header
from checker.reviews.moments import canonical
from checker.reviews.to_graph import decision_triples, header_triples


def review_triples(header: Header, decisions: Collection[Decision], report: InputReport) -> set[Triple]:
    """Everything that the graph of a review says."""
    applied = {o.id for o in report.requirements if o.verdict != "not-applicable"}
    review = NamedNode(header.id)
    triples = set(header_triples(header, len(applied)))
    for decision in decisions:
        triples.update(decision_triples(header.id, decision))
    for requirement, last in standing(decisions).items():
        if last.verdict is not None:
            triples.add(Triple(review, n.DECIDED, n.requirement_node(requirement)))
            if requirement not in applied:
                triples.add(Triple(review, n.DECIDED_BESIDES, n.requirement_node(requirement)))
    return triples


def by_value(triples: Iterable[Triple]) -> set[tuple[object, ...]]:
    """Triples to compare: a store may write a time or a number in another form."""
    return {(t.subject, t.predicate, _value(t.object)) for t in triples}


def _value(node: object) -> object:
    if not isinstance(node, Literal):
        return node
    try:
        if node.datatype == n.DATE_TIME:
            return canonical(node.value)
        return float(node.value) if node.datatype in (n.INTEGER, n.DOUBLE) else node
    except (CallError, ValueError):
        return node


def faults(header: Header, decisions: Collection[Decision], report: InputReport) -> Iterator[str]:
    """What is wrong with values that were read from a graph."""
    by_id = {decision.id: decision for decision in decisions}
    asked = {outcome.id for outcome in report.requirements}
    followed: set[tuple[str, str | None]] = set()
    for decision in decisions:
        name = f"decision {decision.id[:60]}"
        try:
            checked_decision(decision)
        except CallError as error:
            yield f"{name}: {error.what}"
            continue
        if decision.requirement not in asked:
            yield f"{name} is on {decision.requirement[:60]}, which the report has not"
        before = by_id.get(decision.before) if decision.before else None
        if decision.before and (before is None or before.requirement != decision.requirement):
            yield f"{name} follows one on {decision.requirement[:60]} that is not there"
        if (decision.requirement, decision.before) in followed:
            yield f"{name} and another one follow upon the same"
        followed.add((decision.requirement, decision.before))
    if _in_circles(by_id):
        yield "decisions follow upon one another in a circle"
    if not is_id(header.id) or (header.version_of and not is_id(header.version_of)):
        yield "the review's id is none"
    said = (("person's name", header.created_by), ("id", header.kind), ("id", header.language))
    for what, text in (("file name", header.name), ("file name", header.profile), *said):
        try:
            checked(what, text)
        except CallError as error:
            yield error.what


def _in_circles(by_id: dict[str, Decision]) -> bool:
    fine: set[str] = set()
    for decision in by_id.values():
        line: set[str] = set()
        at: Decision | None = decision
        while at is not None and at.id not in fine:
            if at.id in line:
                return True
            line.add(at.id)
            at = by_id.get(at.before) if at.before else None
        fine |= line
    return False
