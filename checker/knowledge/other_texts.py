"""Texts that are no drafts about returning migrants, read from the index."""

from __future__ import annotations

from typing import Literal, cast

from checker.knowledge.claims import text
from checker.knowledge.guidance import cues_of
from checker.knowledge.index import Index
from checker.knowledge.model import OtherText
from checker.knowledge.names import GC, SKOS, local


def read_other_texts(index: Index) -> tuple[OtherText, ...]:
    """By id."""
    return tuple(
        OtherText(
            local(iri),
            text(index, iri, SKOS + "prefLabel"),
            cues_of(index, iri),
            _place(index, iri),
            cues_of(index, iri, "setPiece"),
        )
        for iri in index.of_type(GC + "OtherText")
    )


def _place(index: Index, iri: str) -> Literal["title-head", "whole-text", "manner"]:
    return cast('Literal["title-head", "whole-text", "manner"]', local(index.one(iri, GC + "toldBy") or "title-head"))
