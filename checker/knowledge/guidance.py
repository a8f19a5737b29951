"""Requirements, provisions, documents, kinds, themes and profiles, read from the index."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import cast

from checker.knowledge.claims import claims_of, condition_claims, text
from checker.knowledge.index import Index
from checker.knowledge.model import GuidanceDocument, Kind, Provision, Requirement, Theme
from checker.knowledge.names import DCTERMS, GC, RDFS, SH, SKOS, local
from checker.report import Strength


def strength_of(index: Index, subject: str, predicate: str = GC + "strength") -> Strength:
    return cast(Strength, local(index.one(subject, predicate) or "may"))


def cues_of(index: Index, subject: str, said_by: str = "cue") -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for lit in index.literals(subject, GC + said_by):
        found[lit.language or "en"].append(lit.value)
    return {lang: tuple(sorted(cues)) for lang, cues in found.items()}


def read_kinds(index: Index) -> dict[str, Kind]:
    kinds = {}
    for iri in index.below(GC + "Draft"):
        if notation := index.literal(iri, SKOS + "notation"):
            label = text(index, iri, RDFS + "label")
            definition = text(index, iri, SKOS + "definition")
            broad = index.literal(iri, GC + "broadKind") == "true"
            unranked = index.literal(iri, GC + "unrankedKind") == "true"
            kinds[notation] = Kind(notation, iri, label, definition, cues_of(index, iri), broad, unranked)
    return dict(sorted(kinds.items()))


def read_themes(index: Index) -> dict[str, Theme]:
    found = ((index.literal(t, SKOS + "notation"), t) for t in index.of_type(GC + "Theme"))
    return {notation: Theme(notation, text(index, t, SKOS + "prefLabel")) for notation, t in found}


def read_documents(index: Index) -> dict[str, GuidanceDocument]:
    return {
        local(d): GuidanceDocument(local(d), text(index, d, DCTERMS + "title"), index.literal(d, SKOS + "altLabel"))
        for d in index.of_type(GC + "GuidanceDocument")
    }


def read_provisions(index: Index) -> dict[str, Provision]:
    return {
        local(p): Provision(
            id=local(p),
            document=local(index.one(p, DCTERMS + "isPartOf") or ""),
            locator=index.literal(p, GC + "locator"),
            strength=strength_of(index, p),
            theme=_theme(index, p),
            topic=index.literal(p, GC + "topic"),
            statement=text(index, p, DCTERMS + "description"),
            condition=text(index, p, GC + "conditionText"),
        )
        for p in index.of_type(GC + "Provision")
    }


def _theme(index: Index, subject: str) -> str:
    theme = index.one(subject, GC + "inTheme")
    return index.literal(theme, SKOS + "notation") if theme else ""


def read_requirements(index: Index, kinds: Mapping[str, Kind]) -> dict[str, Requirement]:
    kind_of = {kind.iri: kind.id for kind in kinds.values()}
    return {
        local(r): Requirement(
            id=local(r),
            iri=r,
            theme=_theme(index, r),
            title=text(index, r, SH + "name"),
            statement=text(index, r, SH + "description"),
            remedy=text(index, r, GC + "remedy"),
            near_miss=text(index, r, GC + "nearMiss"),
            strength=strength_of(index, r),
            raised_to=strength_of(index, r, GC + "raisedTo") if index.has(r, GC + "raisedTo") else None,
            kinds=tuple(sorted(kind_of[t] for t in index.keys(r, SH + "targetClass") if t in kind_of)),
            provisions=tuple(sorted(local(p) for p in index.keys(r, GC + "restsOn"))),
            cues=cues_of(index, r),
            condition=text(index, r, GC + "conditionText"),
            condition_effect=index.literal(r, GC + "conditionEffect"),
            condition_default=index.literal(r, GC + "conditionDefault"),
            condition_signals=tuple(sorted(lit.value for lit in index.literals(r, GC + "conditionSignal"))),
            condition_iri=index.one(r, GC + "appliesWhen"),
            condition_claims=condition_claims(index, index.one(r, GC + "appliesWhen")),
            claims=claims_of(index, r),
            partly_from=int(index.literal(r, GC + "partlyFrom") or 1),
            check_type=index.literal(r, GC + "checkType"),
            related=tuple(sorted(local(x) for x in index.keys(r, GC + "relatedRequirement"))),
        )
        for r in index.of_type(GC + "Requirement")
    }
