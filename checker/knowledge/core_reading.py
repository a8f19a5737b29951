"""The core from the index."""

from __future__ import annotations

from checker.knowledge.claims import text
from checker.knowledge.core import Core
from checker.knowledge.guidance import (
    cues_of,
    read_documents,
    read_kinds,
    read_provisions,
    read_requirements,
    read_themes,
)
from checker.knowledge.index import Index
from checker.knowledge.languages import read_languages
from checker.knowledge.names import GC, RDFS, SKOS, local
from checker.knowledge.other_languages import read_other_languages
from checker.knowledge.other_texts import read_other_texts
from checker.knowledge.profiles import read_profiles


def read_core(index: Index) -> Core:
    kinds = read_kinds(index)
    requirements, provisions = read_requirements(index, kinds), read_provisions(index)
    return Core(
        languages=read_languages(index),
        kinds=kinds,
        themes=read_themes(index),
        documents=read_documents(index),
        provisions=provisions,
        requirements=requirements,
        profiles={p.id: p for p in read_profiles(index, requirements, provisions).values()},
        other_texts=read_other_texts(index),
        other_languages=read_other_languages(index),
        subject_cues=cues_of(index, GC + "returning-migrants"),
        interface={
            local(iri).removeprefix("ui-"): {
                lit.language or "en": lit.value for lit in index.literals(iri, SKOS + "prefLabel")
            }
            for iri in index.of_type(GC + "InterfaceText")
        },
        names={
            subject: name
            for subject in index.subjects()
            if subject.startswith(GC)
            and (name := text(index, subject, SKOS + "prefLabel") or text(index, subject, RDFS + "label"))
        },
        by_kind={k: frozenset(r.id for r in requirements.values() if k in r.kinds) for k in kinds},
        without_claims=frozenset(r.id for r in requirements.values() if not r.has_claims),
    )
