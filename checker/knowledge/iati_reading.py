"""The readings of IATI activities and what chooses among these, from the Turtle of ontology/iati."""

from __future__ import annotations

from collections import defaultdict
from typing import cast

from checker.knowledge.claims import text
from checker.knowledge.iati import Choosing, CodeList, FarLink, Field, How, Iati, Reading, TextReading
from checker.knowledge.index import Index
from checker.knowledge.model import Text
from checker.knowledge.names import GCI, SKOS


def read_iati(index: Index) -> Iati:
    ordered = sorted(index.of_type(GCI + "Reading"), key=lambda iri: int(index.literal(iri, GCI + "order")))
    return Iati(
        readings=tuple(_reading(index, iri) for iri in ordered),
        links=tuple(
            FarLink(_one(index, iri, "from"), _one(index, iri, "to"), _one(index, iri, "fills"))
            for iri in index.of_type(GCI + "Link")
        ),
        texts=tuple(
            TextReading(
                index.literal(iri, GCI + "at"),
                text(index, iri, SKOS + "prefLabel"),
                index.literal(iri, GCI + "asHeading") == "true",
            )
            for iri in index.of_type(GCI + "TextReading")
        ),
        lists=_lists(index),
        choosing=_choosing(index, *index.of_type(GCI + "Choosing")),
    )


def _reading(index: Index, iri: str) -> Reading:
    holders = (iri, *index.keys(iri, GCI + "sharedFields"))
    return Reading(
        iri=iri,
        at=index.literal(iri, GCI + "at"),
        makes=index.keys(iri, GCI + "makes"),
        stated=index.literal(iri, GCI + "stated") == "true",
        under=_one(index, iri, "under"),
        also_under=index.keys(iri, GCI + "alsoUnder"),
        linked_by=_one(index, iri, "linkedBy"),
        links_back=_one(index, iri, "linksBack"),
        key=index.literal(iri, GCI + "key"),
        family=_one(index, iri, "sameAs") or iri,
        fields=tuple(sorted((_field(index, f) for h in holders for f in index.keys(h, GCI + "field")), key=repr)),
    )


def _field(index: Index, node: str) -> Field:
    return Field(
        at=index.literal(node, GCI + "at"),
        how=cast("How", _one(index, node, "as").removeprefix(GCI)),
        fills=_one(index, node, "fills"),
        value=index.literal(node, GCI + "value"),
        list=_one(index, node, "list"),
        gives=_one(index, node, "gives"),
    )


def _lists(index: Index) -> dict[str, CodeList]:
    names: dict[str, dict[str, Text]] = defaultdict(dict)
    means: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for concept in index.of_type(SKOS + "Concept"):
        for scheme in index.keys(concept, SKOS + "inScheme"):
            code = index.literal(concept, SKOS + "notation")
            names[scheme][code] = text(index, concept, SKOS + "prefLabel")
            if found := index.keys(concept, GCI + "means"):
                means[scheme][code] = found
    beginnings = {
        s: tuple(
            sorted(
                (index.literal(b, GCI + "beginning"), _one(index, b, "means")) for b in index.keys(s, GCI + "meaning")
            )
        )
        for s in index.subjects()
        if index.has(s, GCI + "meaning")
    }
    return {s: CodeList(names[s], means[s], beginnings.get(s, ())) for s in sorted({*names, *beginnings})}


def _choosing(index: Index, iri: str) -> Choosing:
    def codes(name: str) -> frozenset[str]:
        return frozenset(lit.value for lit in index.literals(iri, GCI + name))

    def cues(name: str) -> dict[str, tuple[str, ...]]:
        by: dict[str, list[str]] = defaultdict(list)
        for lit in index.literals(iri, GCI + name):
            by[lit.language or ""].append(lit.value)
        return {language: tuple(sorted(found)) for language, found in by.items()}

    return Choosing(
        deciding=index.literal(iri, GCI + "deciding"),
        supporting=index.literal(iri, GCI + "supporting"),
        least_share=float(index.literal(iri, GCI + "leastShare")),
        least_hints=int(index.literal(iri, GCI + "leastHints")),
        least_supporting=int(index.literal(iri, GCI + "leastSupporting")),
        vocabularies=codes("vocabularies"),
        alone=codes("alone"),
        with_hint=codes("withHint"),
        against=codes("against"),
        beginnings=tuple(sorted(codes("beginning"))),
        sure=cues("sure"),
        hints=cues("hint"),
        others=cues("other"),
    )


def _one(index: Index, iri: str, name: str) -> str:
    return index.one(iri, GCI + name) or ""
