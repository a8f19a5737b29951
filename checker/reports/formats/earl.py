"""EARL as Turtle: an assertion for each requirement of each draft, with a pointer to its line."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from pyoxigraph import NamedNode, Triple

from checker.report import InputReport, Report, RequirementOutcome
from checker.reports.display import draft_name
from checker.reports.issues import exempt
from checker.reports.lacking import lacking
from checker.reports.rdf import (
    DCTERMS,
    EARL,
    GC,
    GCR,
    OUTCOMES,
    PTR,
    TYPE,
    XSD,
    Blanks,
    Term,
    about,
    file_of,
    node_of,
    pointer,
    requirement,
    text,
    turtle,
)  # fmt: skip
from checker.reports.texts import InterfaceTexts, Wording


def render(report: Report, texts: InterfaceTexts) -> str:
    """``earl:cantTell`` is a proposal that nobody has confirmed; ``dcterms:type`` has the verdict.

    ``earl:info`` says why an issue does not count. Notes on the run are no results of tests, and are left to other
    formats.
    """
    return turtle(_triples(report, Wording(texts)), (DCTERMS, EARL, GC, GCR, PTR, XSD))


def _triples(report: Report, say: Wording) -> Iterator[Triple]:
    software = NamedNode(f"urn:guidecheck:software:{quote(report.guidecheck.encode('utf-8', 'replace'), safe='')}")
    yield from about(
        software,
        (TYPE, _earl("Software")),
        (_dc("title"), text(f"guidecheck {report.guidecheck}")),
        (_dc("hasVersion"), text(report.knowledge)),
    )
    titled, new = set[str](), Blanks()
    for draft in report.inputs:
        subject = node_of(draft)
        yield from about(
            subject,
            (TYPE, _earl("TestSubject")),
            (_dc("title"), text(draft_name(draft))),
            (_dc("source"), file_of(draft)),
            (_dc("identifier"), text(f"sha256:{draft.sha256}")),
        )
        for row in draft.requirements:
            if row.id not in titled:
                titled.add(row.id)
                yield from about(
                    requirement(row.id),
                    (TYPE, _earl("TestRequirement")),
                    (_dc("title"), text(row.title, report.language)),
                )
            yield from _assertion(report, draft, row, software, new, say)


def _assertion(
    report: Report, draft: InputReport, row: RequirementOutcome, software: NamedNode, new: Blanks, say: Wording
) -> Iterator[Triple]:
    assertion, result = new(), new()
    manual = row.decided_by is not None
    outcome = "cantTell" if row.needs_review and not manual else OUTCOMES[row.verdict]
    yield from about(
        assertion,
        (TYPE, _earl("Assertion")),
        (_earl("assertedBy"), software),
        (_earl("mode"), _earl("semiAuto" if manual else "automatic")),
        (_earl("subject"), node_of(draft)),
        (_earl("test"), requirement(row.id)),
        (_earl("result"), result),
    )
    said: list[tuple[NamedNode, Term]] = [
        (_dc("description"), text(item, report.language)) for item in lacking(row, 20)
    ]
    yield from about(
        result,
        (TYPE, _earl("TestResult")),
        (_earl("outcome"), _earl(outcome)),
        (_dc("type"), NamedNode(GC + row.verdict)),
        *said,
    )
    if mark := exempt(row, say):
        yield Triple(result, _earl("info"), text(mark, report.language))
    for place in row.places:
        yield from pointer(result, place, draft, new)


def _earl(name: str) -> NamedNode:
    return NamedNode(EARL + name)


def _dc(name: str) -> NamedNode:
    return NamedNode(DCTERMS + name)
