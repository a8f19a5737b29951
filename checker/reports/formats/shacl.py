"""The standard's validation report as Turtle: a result for each issue, with those of its nodes as detail."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from checker.report import Report, Strength
from checker.reports.issues import Issue, issues
from checker.reports.rdf import (
    DCTERMS,
    EARL,
    GC,
    GCR,
    PTR,
    SH,
    TYPE,
    XSD,
    Blanks,
    Node,
    Term,
    about,
    file_of,
    node_of,
    pointer,
    requirement,
    resource,
    text,
    turtle,
)  # fmt: skip
from checker.reports.texts import InterfaceTexts, Wording

_SEVERITIES: dict[Strength, str] = {"must": "Violation", "should": "Warning", "may": "Info"}


def render(report: Report, texts: InterfaceTexts) -> str:
    """A requirement's shape fails where its claims, which are property shapes, do not hold as it asks.

    The message of a result says where it does not count. The standard has no place for notes on the run.
    """
    return turtle(_triples(report, Wording(texts)), (DCTERMS, EARL, GC, GCR, PTR, SH, XSD))


def _triples(report: Report, say: Wording) -> Iterator[Triple]:
    new, found = Blanks(), tuple(issues(report))
    whole = new()
    yield from about(
        whole,
        (TYPE, _sh("ValidationReport")),
        (_sh("conforms"), Literal(not found)),
    )
    for issue in found:
        result = new()
        yield Triple(whole, _sh("result"), result)
        yield from _result(result, issue, report.language, say, new)


def _result(node: Node, issue: Issue, language: str, say: Wording, new: Blanks) -> Iterator[Triple]:
    row = issue.row
    yield from _said(node, issue)
    yield from about(
        node,
        (_sh("resultMessage"), text(f"{issue.head(say)}. {issue.body(say)}", language)),
        (NamedNode(DCTERMS + "type"), NamedNode(GC + row.verdict)),
        (NamedNode(DCTERMS + "source"), file_of(issue.draft)),
    )
    if issue.place:
        yield from pointer(node, issue.place, issue.draft, new)
    messages = {claim.id: claim.message or claim.sentence for claim in row.claims}
    for place in row.places:
        if place.why == "draft":
            continue
        detail = new()
        yield Triple(node, _sh("detail"), detail)
        yield from _said(detail, issue)
        said: list[tuple[NamedNode, Term]] = [
            (_sh("resultMessage"), text(messages[claim], language)) for claim in place.claims if messages.get(claim)
        ]
        yield from about(
            detail,
            (_sh("value"), resource(place.node)),
            *said,
        )
        yield from pointer(detail, place, issue.draft, new)


def _said(node: Node, issue: Issue) -> Iterator[Triple]:
    """What every result has."""
    yield from about(
        node,
        (TYPE, _sh("ValidationResult")),
        (_sh("focusNode"), node_of(issue.draft)),
        (_sh("sourceShape"), requirement(issue.row.id)),
        (_sh("sourceConstraintComponent"), _sh("PropertyConstraintComponent")),
        (_sh("resultSeverity"), _sh(_SEVERITIES[issue.row.strength])),
    )


def _sh(name: str) -> NamedNode:
    return NamedNode(SH + name)
