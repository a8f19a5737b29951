"""The nodes of a review in RDF, and text that RDF can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Triple

from checker.report import RequirementOutcome
from checker.reviews import names as n
from checker.sent_back.material import Material

_LANGUAGE = re.compile(r"[a-z]{2,3}")

Term = NamedNode | Literal


class Names:
    """The nodes that all others hang on."""

    def __init__(self, material: Material) -> None:
        draft, report = material.draft, material.report
        what = sha256(
            f"{draft.sha256} {report.generated} {report.profile} {report.knowledge}".encode("utf-8", "replace")
        )
        own = f"urn:guidecheck:check:{what.hexdigest()}"
        self.review = NamedNode(material.review.header.id if material.review else own)
        self.draft = NamedNode(f"urn:guidecheck:draft:{quote(plain(draft.sha256), safe='')}")
        self.knowledge = NamedNode(
            f"urn:guidecheck:knowledge:{quote(plain(report.knowledge).removeprefix('sha256:'), safe='')}"
        )
        self.software = NamedNode(f"urn:guidecheck:software:{quote(plain(report.guidecheck), safe='')}")
        self.check = n.part(self.review, "check")
        language = report.language
        self.language = language if _LANGUAGE.fullmatch(language) else None

    def text(self, said: str) -> Literal:
        """In the language of the report."""
        return Literal(plain(said), language=self.language) if self.language else Literal(plain(said))

    def of(self, row: RequirementOutcome, name: str) -> NamedNode:
        return n.part(self.review, f"{quote(plain(row.id), safe='')}-{name}")


def about(node: NamedNode, *said: tuple[NamedNode, Term]) -> Iterator[Triple]:
    for predicate, value in said:
        yield Triple(node, predicate, value)


def plain(text: str) -> str:
    """Lone surrogates, which RDF cannot hold, become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")
