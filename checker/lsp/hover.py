"""What an editor tells of the name under the cursor."""

from __future__ import annotations

from collections.abc import Iterator

from checker.knowledge import Knowledge
from checker.knowledge.claims import text
from checker.knowledge.model import Requirement
from checker.knowledge.names import RDFS, SKOS
from checker.lsp.text import Stretch, iri_of, prefixes_of, word_at
from checker.reports.requirement_page import address
from checker.unseen import one_line

_LABELS = (SKOS + "prefLabel", RDFS + "label")
_MEANINGS = (SKOS + "definition", RDFS + "comment", SKOS + "scopeNote")


def hover_at(
    lines: list[str], line: int, column: int, knowledge: Knowledge, language: str
) -> tuple[str, Stretch] | None:
    """Plain text on a term of the ontology or a requirement, and the name that it is about."""
    found = word_at(lines, line, column)
    if found is None:
        return None
    word, at = found
    if asked := knowledge.requirements.get(word.rpartition(":")[2].upper()):
        return "\n".join(_requirement(asked, knowledge, language)), at
    iri = iri_of(word, prefixes_of("\n".join(lines)))
    said = "\n".join(_term(iri, knowledge, language)) if iri else ""
    return (said, at) if said else None


def _term(iri: str, knowledge: Knowledge, language: str) -> Iterator[str]:
    for predicates in (_LABELS, _MEANINGS):
        texts = (text(knowledge.index, iri, predicate).in_(language) for predicate in predicates)
        yield from (one_line(said) for said in list(filter(None, texts))[:1])


def _requirement(asked: Requirement, knowledge: Knowledge, language: str) -> Iterator[str]:
    words = knowledge.interface_texts(language)
    yield f"{asked.id} {asked.title.in_(language)} ({words[f'strength-{asked.strength}']})"
    yield asked.statement.in_(language)
    for head, said in (("condition", asked.condition), ("near-miss", asked.near_miss), ("remedy", asked.remedy)):
        if said:
            yield f"\n{words[head]}\n{said.in_(language)}"
    yield f"\n{words['provisions']}"
    for provision in (knowledge.provisions[p] for p in asked.provisions):
        yield f"- {provision.id}: {knowledge.documents[provision.document].short}, {provision.locator}"
    yield f"\nguidecheck explain {asked.id}\n{address(asked.id)}"
