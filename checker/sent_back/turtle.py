"""The review as RDF: EARL says what came out, PROV who decided and when, Web Annotation where in the draft."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from urllib.parse import quote

import pyoxigraph as ox
from pyoxigraph import Literal, NamedNode, Triple

from checker.errors import CallError
from checker.knowledge.names import DCTERMS, GC, GCP, GCR, OA, RDF, RDFS, XSD
from checker.report import Evidence, RequirementOutcome, Verdict
from checker.reports.display import draft_name
from checker.reviews import names as n
from checker.reviews.model import Decision
from checker.reviews.moments import canonical
from checker.sent_back.material import Material
from checker.sent_back.words import lacking

_PROV, _EARL = "http://www.w3.org/ns/prov#", "http://www.w3.org/ns/earl#"
_PREFIXES = {
    "dcterms": DCTERMS, "earl": _EARL, "gc": GC, "gcp": GCP, "gcr": GCR, "oa": OA, "prov": _PROV, "rdf": RDF,
    "rdfs": RDFS, "xsd": XSD,
}  # fmt: skip
_OUTCOMES: dict[Verdict, str] = {
    "met": "passed",
    "partly-met": "failed",
    "not-met": "failed",
    "not-stated": "failed",
    "not-applicable": "inapplicable",
}
_PAGES = NamedNode("http://tools.ietf.org/rfc/rfc3778")
"""What says how a page is named in the fragment of a PDF's address."""
_LANGUAGE = re.compile(r"[a-z]{2,3}")

Term = NamedNode | Literal


def write(material: Material) -> bytes:
    """Turtle. ``earl:cantTell`` is a proposal that nobody has confirmed; ``dcterms:type`` has the verdict."""
    prefixes = {**_PREFIXES, "this": f"{_Names(material).review.value}#"}
    return ox.serialize(_triples(material), format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b""


def _triples(material: Material) -> Iterator[Triple]:
    names = _Names(material)
    yield from _about_the_check(material, names)
    for row in material.draft.requirements:
        yield from _requirement(row)
        yield from _proposal(row, material, names)
        yield from _decision(row, material, names)
        for number, passage in enumerate(row.evidence):
            yield from _annotation(row, number, passage, names)
    if material.review:
        for decision in material.review.decisions:
            yield from _act(decision, names)


class _Names:
    """The nodes that all others hang on."""

    def __init__(self, material: Material) -> None:
        draft, report = material.draft, material.report
        what = sha256(
            f"{draft.sha256} {report.generated} {report.profile} {report.knowledge}".encode("utf-8", "replace")
        )
        own = f"urn:guidecheck:check:{what.hexdigest()}"
        self.review = NamedNode(material.review.header.id if material.review else own)
        self.draft = NamedNode(f"urn:guidecheck:draft:{quote(draft.sha256, safe='')}")
        self.knowledge = NamedNode(
            f"urn:guidecheck:knowledge:{quote(report.knowledge.removeprefix('sha256:'), safe='')}"
        )
        self.software = NamedNode(f"urn:guidecheck:software:{quote(report.guidecheck, safe='')}")
        self.check = n.part(self.review, "check")
        language = report.language
        self.language = language if _LANGUAGE.fullmatch(language) else None

    def text(self, said: str) -> Literal:
        """In the language of the report."""
        return Literal(_plain(said), language=self.language) if self.language else Literal(_plain(said))

    def of(self, row: RequirementOutcome, name: str) -> NamedNode:
        return n.part(self.review, f"{quote(row.id, safe='')}-{name}")


def _about_the_check(material: Material, names: _Names) -> Iterator[Triple]:
    draft, report = material.draft, material.report
    yield from _about(
        names.draft,
        (n.TYPE, n.ENTITY),
        (n.TYPE, _earl("TestSubject")),
        (n.TITLE, Literal(_plain(draft_name(draft)))),
        (n.LANGUAGE, Literal(_plain(draft.language))),
        (NamedNode(DCTERMS + "identifier"), Literal(f"sha256:{_plain(draft.sha256)}")),
    )
    yield from _about(
        names.software,
        (n.TYPE, NamedNode(_PROV + "SoftwareAgent")),
        (n.TYPE, _earl("Software")),
        (n.LABEL, Literal(_plain(f"guidecheck {report.guidecheck}"))),
    )
    yield from _about(names.knowledge, (n.TYPE, n.ENTITY), (n.LABEL, Literal(_plain(report.knowledge))))
    yield from _about(
        names.check,
        (n.TYPE, n.ACTIVITY),
        (n.ASSOCIATED, names.software),
        (n.USED, names.draft),
        (n.USED, names.knowledge),
        (n.ENDED, _time(report.generated)),
        (n.LABEL, names.text(report.profile_label or report.profile)),
    )


def _requirement(row: RequirementOutcome) -> Iterator[Triple]:
    node = n.requirement_node(row.id)
    yield from _about(node, (n.TYPE, _earl("TestRequirement")), (n.TITLE, Literal(_plain(row.title))))
    for provision in row.provisions:
        yield Triple(node, NamedNode(GC + "restsOn"), NamedNode(GCP + quote(provision.id, safe="")))


def _proposal(row: RequirementOutcome, material: Material, names: _Names) -> Iterator[Triple]:
    """What guidecheck found; where a person decided, what had been proposed to them."""
    by = row.decided_by
    verdict = by.proposed if by else row.verdict
    outcome = "cantTell" if row.needs_review and not by else _OUTCOMES[verdict]
    assertion, result = names.of(row, "proposal"), names.of(row, "proposal-result")
    yield from _assertion(assertion, result, row, names, names.software, "automatic", names.check)
    said = [(n.REASON, names.text(text)) for text in (() if by else lacking(row, 20))]
    yield from _about(
        result, (n.TYPE, n.TEST_RESULT), (n.OUTCOME, _earl(outcome)), (n.KIND, NamedNode(GC + verdict)), *said
    )


def _decision(row: RequirementOutcome, material: Material, names: _Names) -> Iterator[Triple]:
    by = row.decided_by
    if by is None:
        return
    last = material.standing.get(row.id)
    act = NamedNode(last.id) if last else names.of(row, "decision")
    assertion, result, person = names.of(row, "decided"), names.of(row, "decided-result"), n.agent_node(by.who)
    yield from _person(person, by.who)
    if last is None:
        yield from _about(act, (n.TYPE, n.ACTIVITY), (n.ASSOCIATED, person), (n.ENDED, _time(by.time)))
    yield from _assertion(assertion, result, row, names, person, "manual", act)
    yield Triple(assertion, NamedNode(_PROV + "wasRevisionOf"), names.of(row, "proposal"))
    said = [(n.REASON, names.text(text)) for text in (by.why, row.comment) if text]
    yield from _about(
        result, (n.TYPE, n.TEST_RESULT), (n.OUTCOME, _earl(_OUTCOMES[row.verdict])),
        (n.KIND, NamedNode(GC + row.verdict)), *said,
    )  # fmt: skip


def _assertion(
    assertion: NamedNode, result: NamedNode, row: RequirementOutcome, names: _Names, by: NamedNode, mode: str,
    act: NamedNode,
) -> Iterator[Triple]:  # fmt: skip
    yield from _about(
        assertion,
        (n.TYPE, n.ASSERTION),
        (n.TYPE, n.ENTITY),
        (n.ASSERTED_BY, by),
        (n.MODE, _earl(mode)),
        (n.SUBJECT, names.draft),
        (n.TEST, n.requirement_node(row.id)),
        (n.RESULT, result),
        (n.GENERATED_BY, act),
    )


def _annotation(row: RequirementOutcome, number: int, passage: Evidence, names: _Names) -> Iterator[Triple]:
    """A passage that bears on a requirement, the best first."""
    node = names.of(row, f"passage-{number + 1}")
    target, exact, place, page = (
        n.part(names.review, f"{_tail(node)}-{w}") for w in ("target", "quote", "place", "page")
    )
    yield from _about(
        node, (n.TYPE, n.ANNOTATION), (n.MOTIVATED_BY, NamedNode(OA + "assessing")),
        (n.BODY, n.requirement_node(row.id)), (n.TARGET, target),
    )  # fmt: skip
    if number == 0 and row.comment:
        body = n.part(names.review, f"{_tail(node)}-comment")
        yield Triple(node, n.BODY, body)
        yield from _about(body, (n.TYPE, NamedNode(OA + "TextualBody")), (n.VALUE, names.text(row.comment)))
    selectors = [exact]
    selectors += [place] if passage.start is not None and passage.end is not None else []
    selectors += [page] if passage.page else []
    yield from _about(
        target, (n.TYPE, NamedNode(OA + "SpecificResource")), (n.SOURCE, names.draft),
        *((n.SELECTOR, one) for one in selectors),
    )  # fmt: skip
    yield from _about(exact, (n.TYPE, n.QUOTE_SELECTOR), (n.EXACT, Literal(_plain(passage.quote))))
    if place in selectors:
        start, end = (Literal(str(at), datatype=_NUMBER) for at in (passage.start, passage.end))
        yield from _about(place, (n.TYPE, n.POSITION_SELECTOR), (n.START, start), (n.END, end))
    if page in selectors:
        yield from _about(
            page, (n.TYPE, n.FRAGMENT_SELECTOR), (n.VALUE, Literal(f"page={passage.page}")),
            (NamedNode(DCTERMS + "conformsTo"), _PAGES),
        )  # fmt: skip


_NUMBER = NamedNode(XSD + "nonNegativeInteger")


def _act(decision: Decision, names: _Names) -> Iterator[Triple]:
    """An entry of the history of decisions."""
    node, person = NamedNode(decision.id), n.agent_node(decision.who)
    yield from _person(person, decision.who)
    yield from _about(
        node, (n.TYPE, n.ACTIVITY), (n.ASSOCIATED, person), (n.ENDED, _time(decision.when)), (n.USED, names.draft),
        (n.ABOUT, n.requirement_node(decision.requirement)), (n.LABEL, Literal(decision.act)),
    )  # fmt: skip
    if decision.before:
        yield Triple(node, n.INFORMED_BY, NamedNode(decision.before))


def _person(node: NamedNode, name: str) -> Iterator[Triple]:
    yield from _about(node, (n.TYPE, NamedNode(_PROV + "Person")), (n.LABEL, Literal(_plain(name))))


def _about(node: NamedNode, *said: tuple[NamedNode, Term]) -> Iterator[Triple]:
    for predicate, value in said:
        yield Triple(node, predicate, value)


def _earl(name: str) -> NamedNode:
    return NamedNode(_EARL + name)


def _tail(node: NamedNode) -> str:
    return node.value.rpartition("#")[2]


def _time(when: str) -> Literal:
    try:
        return Literal(canonical(when), datatype=n.DATE_TIME)
    except CallError:
        return Literal(_plain(when))


def _plain(text: str) -> str:
    """Lone surrogates, which RDF cannot hold, become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")
