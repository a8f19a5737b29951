"""The review as RDF: EARL says what came out, PROV who decided and when, Web Annotation where in the draft."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Triple

from checker.errors import CallError
from checker.knowledge.names import DCTERMS, GC, GCP, GCR, OA, RDF, RDFS, XSD
from checker.report import RequirementOutcome
from checker.reports.display import draft_name
from checker.reports.lacking import lacking
from checker.reports.rdf import OUTCOMES
from checker.reviews import names as n
from checker.reviews.model import Decision
from checker.reviews.moments import canonical
from checker.sent_back.annotations import annotation
from checker.sent_back.material import Material
from checker.sent_back.turtle_names import Names, about, plain

_PROV, _EARL = n.PROV, n.EARL
_PREFIXES = {
    "dcterms": DCTERMS, "earl": _EARL, "gc": GC, "gcp": GCP, "gcr": GCR, "oa": OA, "prov": _PROV, "rdf": RDF,
    "rdfs": RDFS, "xsd": XSD,
}  # fmt: skip


def write(material: Material) -> bytes:
    """Turtle. ``earl:cantTell`` is a proposal that nobody has confirmed; ``dcterms:type`` has the verdict."""
    prefixes = {**_PREFIXES, "this": f"{Names(material).review.value}#"}
    return ox.serialize(triples(material), format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b""


def triples(material: Material) -> Iterator[Triple]:
    names = Names(material)
    yield from _about_the_check(material, names)
    for row in material.draft.requirements:
        yield from _requirement(row)
        yield from _proposal(row, material, names)
        yield from _decision(row, material, names)
        for number, passage in enumerate(row.evidence):
            yield from annotation(row, number, passage, names)
    if material.review:
        for decision in material.review.decisions:
            yield from _act(decision, names)


def _about_the_check(material: Material, names: Names) -> Iterator[Triple]:
    draft, report = material.draft, material.report
    yield from about(
        names.draft,
        (n.TYPE, n.ENTITY),
        (n.TYPE, _earl("TestSubject")),
        (n.TITLE, Literal(plain(draft_name(draft)))),
        (n.LANGUAGE, Literal(plain(draft.language))),
        (NamedNode(DCTERMS + "identifier"), Literal(f"sha256:{plain(draft.sha256)}")),
    )
    yield from about(
        names.software,
        (n.TYPE, NamedNode(_PROV + "SoftwareAgent")),
        (n.TYPE, _earl("Software")),
        (n.LABEL, Literal(plain(f"guidecheck {report.guidecheck}"))),
    )
    yield from about(names.knowledge, (n.TYPE, n.ENTITY), (n.LABEL, Literal(plain(report.knowledge))))
    yield from about(
        names.check,
        (n.TYPE, n.ACTIVITY),
        (n.ASSOCIATED, names.software),
        (n.USED, names.draft),
        (n.USED, names.knowledge),
        (n.ENDED, _time(report.generated)),
        (n.LABEL, names.text(report.profile_label or report.profile)),
    )


def _requirement(row: RequirementOutcome) -> Iterator[Triple]:
    node = n.requirement_node(plain(row.id))
    yield from about(node, (n.TYPE, _earl("TestRequirement")), (n.TITLE, Literal(plain(row.title))))
    for provision in row.provisions:
        yield Triple(node, NamedNode(GC + "restsOn"), NamedNode(GCP + quote(plain(provision.id), safe="")))


def _proposal(row: RequirementOutcome, material: Material, names: Names) -> Iterator[Triple]:
    """What guidecheck found; where a person decided, what had been proposed to them."""
    by = row.decided_by
    verdict = by.proposed if by else row.verdict
    outcome = "cantTell" if row.needs_review and not by else OUTCOMES[verdict]
    assertion, result = names.of(row, "proposal"), names.of(row, "proposal-result")
    yield from _assertion(assertion, result, row, names, names.software, "automatic", names.check)
    said = [(n.REASON, names.text(text)) for text in (() if by else lacking(row, 20))]
    yield from about(
        result, (n.TYPE, n.TEST_RESULT), (n.OUTCOME, _earl(outcome)), (n.KIND, NamedNode(GC + verdict)), *said
    )


def _decision(row: RequirementOutcome, material: Material, names: Names) -> Iterator[Triple]:
    by = row.decided_by
    if by is None:
        return
    last = material.standing.get(row.id)
    act = NamedNode(last.id) if last else names.of(row, "decision")
    assertion, result, person = names.of(row, "decided"), names.of(row, "decided-result"), n.agent_node(plain(by.who))
    yield from _person(person, by.who)
    if last is None:
        yield from about(act, (n.TYPE, n.ACTIVITY), (n.ASSOCIATED, person), (n.ENDED, _time(by.time)))
    yield from _assertion(assertion, result, row, names, person, "manual", act)
    yield Triple(assertion, NamedNode(_PROV + "wasRevisionOf"), names.of(row, "proposal"))
    said = [(n.REASON, names.text(text)) for text in (by.why, row.comment) if text]
    yield from about(
        result, (n.TYPE, n.TEST_RESULT), (n.OUTCOME, _earl(OUTCOMES[row.verdict])),
        (n.KIND, NamedNode(GC + row.verdict)), *said,
    )  # fmt: skip


def _assertion(
    assertion: NamedNode, result: NamedNode, row: RequirementOutcome, names: Names, by: NamedNode, mode: str,
    act: NamedNode,
) -> Iterator[Triple]:  # fmt: skip
    yield from about(
        assertion,
        (n.TYPE, n.ASSERTION),
        (n.TYPE, n.ENTITY),
        (n.ASSERTED_BY, by),
        (n.MODE, _earl(mode)),
        (n.SUBJECT, names.draft),
        (n.TEST, n.requirement_node(plain(row.id))),
        (n.RESULT, result),
        (n.GENERATED_BY, act),
    )


def _act(decision: Decision, names: Names) -> Iterator[Triple]:
    """An entry of the history of decisions."""
    node, person = NamedNode(decision.id), n.agent_node(plain(decision.who))
    yield from _person(person, decision.who)
    yield from about(
        node, (n.TYPE, n.ACTIVITY), (n.ASSOCIATED, person), (n.ENDED, _time(decision.when)), (n.USED, names.draft),
        (n.ABOUT, n.requirement_node(plain(decision.requirement))), (n.LABEL, Literal(decision.act)),
    )  # fmt: skip
    if decision.before:
        yield Triple(node, n.INFORMED_BY, NamedNode(decision.before))


def _person(node: NamedNode, name: str) -> Iterator[Triple]:
    yield from about(node, (n.TYPE, NamedNode(_PROV + "Person")), (n.LABEL, Literal(plain(name))))


def _earl(name: str) -> NamedNode:
    return NamedNode(_EARL + name)


def _time(when: str) -> Literal:
    try:
        return Literal(canonical(when), datatype=n.DATE_TIME)
    except CallError:
        return Literal(plain(when))
