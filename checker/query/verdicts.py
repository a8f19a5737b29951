"""Verdicts as triples, in EARL, the same from a report, a review and a portfolio.

An assertion has earl:subject, earl:test and earl:result; the result has earl:outcome and, as dcterms:type, the verdict.
Results that say the same are one node.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from checker.errors import InputError
from checker.knowledge import Knowledge
from checker.knowledge.names import GC, GCR
from checker.report import VERDICTS
from checker.reports.rdf import OUTCOMES
from checker.reviews import names as n

MISSING = NamedNode(n.STORE + "missing")
"""From an assertion to a claim that does not hold."""
COVERAGE = NamedNode(n.STORE + "coverage")
LINE = NamedNode(n.STORE + "line")
NEEDS_REVIEW = NamedNode(n.STORE + "needsReview")


def results() -> Iterator[Triple]:
    """The nodes of results, one for each verdict, proposed or not."""
    for verdict in VERDICTS:
        for needs_review in (False, True):
            node = result(verdict, needs_review)
            outcome = "cantTell" if needs_review else OUTCOMES[verdict]
            yield Triple(node, n.TYPE, n.TEST_RESULT)
            yield Triple(node, n.KIND, NamedNode(GC + verdict))
            yield Triple(node, n.OUTCOME, NamedNode(n.EARL + outcome))
            yield Triple(node, NEEDS_REVIEW, Literal(needs_review))


def result(verdict: str, needs_review: bool) -> NamedNode:
    return NamedNode(f"urn:guidecheck:result:{verdict}{'-proposed' if needs_review else ''}")


def assertion(
    subject: NamedNode, requirement: str, verdict: str, needs_review: bool, missing: Iterable[str]
) -> Iterator[Triple]:
    node = BlankNode()
    yield Triple(node, n.SUBJECT, subject)
    yield Triple(node, n.TEST, n.requirement_node(requirement))
    yield Triple(node, n.RESULT, result(verdict, needs_review))
    for claim in missing:
        yield Triple(node, MISSING, NamedNode(GCR + quote(claim, safe="")))


def subject(
    node: NamedNode, knowledge: Knowledge, *, title: str, kind: str, language: str = "", coverage: float | None = None,
) -> Iterator[Triple]:  # fmt: skip
    known = knowledge.kinds.get(kind)
    yield Triple(node, n.TYPE, NamedNode(n.EARL + "TestSubject"))
    yield Triple(node, n.TITLE, Literal(title))
    yield Triple(node, n.KIND, NamedNode(known.iri) if known else Literal(kind))
    if language:
        yield Triple(node, n.LANGUAGE, Literal(language))
    if coverage is not None:
        yield Triple(node, COVERAGE, Literal(coverage))


def of_json(file: Path, knowledge: Knowledge) -> Iterator[Triple]:
    """A JSON report, version 1. Raises InputError where it is none."""
    try:
        report = json.loads(file.read_bytes())
        yield from results()
        for draft in report["inputs"]:
            yield from _draft(draft, knowledge)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError) as error:
        remedy = "give a report that 'guidecheck check --format json' wrote"
        raise InputError("it is no report of ours in JSON", where=str(file), remedy=remedy) from error


def _draft(draft: Any, knowledge: Knowledge) -> Iterator[Triple]:
    node = NamedNode(f"urn:guidecheck:draft:{quote(draft['sha256'], safe='')}")
    title = Path(draft["path"]).name.encode("utf-8", "replace").decode()
    coverage = draft.get("coverage")
    yield from subject(
        node, knowledge, title=title, kind=draft["kind"], language=draft["language"],
        coverage=float(coverage) if coverage is not None else None,
    )  # fmt: skip
    for row in draft["requirements"]:
        lacks = [claim["id"] for claim in row.get("claims", ()) if not claim["holds"]]
        if row["verdict"] not in VERDICTS:
            raise ValueError(row["verdict"])
        yield from assertion(node, row["id"], row["verdict"], bool(row["needs_review"]), lacks)
