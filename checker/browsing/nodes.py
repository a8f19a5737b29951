"""The things that one walks between, and how a person calls them."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import Literal, get_args

from checker.knowledge import Knowledge
from checker.knowledge.claims import text
from checker.knowledge.names import GC, SKOS

NodeKind = Literal["document", "provision", "requirement", "theme", "concept"]
NODE_KINDS: tuple[NodeKind, ...] = get_args(NodeKind)


@dataclass(frozen=True, slots=True, order=True)
class Node:
    """A thing by its kind and id; a concept's id is its local name in the ontology."""

    kind: NodeKind
    id: str

    @property
    def key(self) -> str:
        """One text for both, as addresses and the browser carry it."""
        return f"{self.kind}:{self.id}"


def node_of(key: str, knowledge: Knowledge) -> Node | None:
    """The node behind a key; None where the knowledge holds no such thing."""
    kind, _, name = key.partition(":")
    found = next((Node(known, name) for known in NODE_KINDS if known == kind), None)
    return found if found is not None and _exists(found, knowledge) else None


def _exists(node: Node, knowledge: Knowledge) -> bool:
    if node.kind == "concept":
        return bool(knowledge.name_of(GC + node.id))
    return node.id in _held(node.kind, knowledge)


def _held(kind: NodeKind, knowledge: Knowledge) -> Container[str]:
    return {
        "document": knowledge.documents,
        "provision": knowledge.provisions,
        "requirement": knowledge.requirements,
        "theme": knowledge.themes,
    }[kind]


def title(node: Node, knowledge: Knowledge, language: str) -> str:
    """What a person calls a node: the title, a provision's document and place, a concept's label."""
    if node.kind == "document":
        return knowledge.documents[node.id].title.in_(language)
    if node.kind == "theme":
        return knowledge.themes[node.id].label.in_(language)
    if node.kind == "requirement":
        return knowledge.requirements[node.id].title.in_(language)
    if node.kind == "provision":
        provision = knowledge.provisions[node.id]
        document = knowledge.documents.get(provision.document)
        return ", ".join(filter(None, (document.short if document else "", provision.locator)))
    return knowledge.name_of(GC + node.id).in_(language)


def said(node: Node, knowledge: Knowledge, language: str) -> str:
    """What the thing says, in a sentence or two; empty where the title is all."""
    if node.kind == "requirement":
        return knowledge.requirements[node.id].statement.in_(language)
    if node.kind == "provision":
        return knowledge.provisions[node.id].statement.in_(language)
    if node.kind == "concept":
        return text(knowledge.index, GC + node.id, SKOS + "definition").in_(language)
    return ""
