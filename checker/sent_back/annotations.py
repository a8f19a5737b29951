"""Passages as Web Annotations: the quote, its place in the text, its page."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Triple

from checker.knowledge.names import DCTERMS, OA, XSD
from checker.report import Evidence, RequirementOutcome
from checker.reviews import names as n
from checker.sent_back.turtle_names import Names, about, plain

_PAGES = NamedNode("http://tools.ietf.org/rfc/rfc3778")
"""What says how a page is named in the fragment of a PDF's address."""
_NUMBER = NamedNode(XSD + "nonNegativeInteger")


def annotation(row: RequirementOutcome, number: int, passage: Evidence, names: Names) -> Iterator[Triple]:
    """A passage that bears on a requirement, the best first."""
    node = names.of(row, f"passage-{number + 1}")
    target, exact, place, page = (
        n.part(names.review, f"{_tail(node)}-{w}") for w in ("target", "quote", "place", "page")
    )
    yield from about(
        node, (n.TYPE, n.ANNOTATION), (n.MOTIVATED_BY, NamedNode(OA + "assessing")),
        (n.BODY, n.requirement_node(plain(row.id))), (n.TARGET, target),
    )  # fmt: skip
    if number == 0 and row.comment:
        body = n.part(names.review, f"{_tail(node)}-comment")
        yield Triple(node, n.BODY, body)
        yield from about(body, (n.TYPE, NamedNode(OA + "TextualBody")), (n.VALUE, names.text(row.comment)))
    selectors = [exact]
    selectors += [place] if passage.start is not None and passage.end is not None else []
    selectors += [page] if passage.page else []
    yield from about(
        target, (n.TYPE, NamedNode(OA + "SpecificResource")), (n.SOURCE, names.draft),
        *((n.SELECTOR, one) for one in selectors),
    )  # fmt: skip
    yield from about(exact, (n.TYPE, n.QUOTE_SELECTOR), (n.EXACT, Literal(plain(passage.quote))))
    if place in selectors:
        start, end = (Literal(str(at), datatype=_NUMBER) for at in (passage.start, passage.end))
        yield from about(place, (n.TYPE, n.POSITION_SELECTOR), (n.START, start), (n.END, end))
    if page in selectors:
        yield from about(
            page, (n.TYPE, n.FRAGMENT_SELECTOR), (n.VALUE, Literal(f"page={passage.page}")),
            (NamedNode(DCTERMS + "conformsTo"), _PAGES),
        )  # fmt: skip


def _tail(node: NamedNode) -> str:
    return node.value.rpartition("#")[2]
