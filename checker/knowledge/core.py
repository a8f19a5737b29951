"""What nearly every run needs of the knowledge, in one value that can be kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.knowledge.claims import text
from checker.knowledge.guidance import (
    cues_of,
    read_documents,
    read_kinds,
    read_provisions,
    read_requirements,
    read_themes,
)
from checker.knowledge.index import Index
from checker.knowledge.languages import DraftLanguage, read_languages
from checker.knowledge.model import GuidanceDocument, Kind, OtherText, Profile, Provision, Requirement, Text, Theme
from checker.knowledge.names import GC, RDFS, SKOS, local
from checker.knowledge.other_languages import OtherLanguage, read_other_languages
from checker.knowledge.other_texts import read_other_texts
from checker.knowledge.profiles import read_profiles


@dataclass(frozen=True, slots=True)
class Core:
    """Each mapping is by id, ``names`` by IRI, ``subject_cues`` by language."""

    languages: Mapping[str, DraftLanguage]
    kinds: Mapping[str, Kind]
    themes: Mapping[str, Theme]
    documents: Mapping[str, GuidanceDocument]
    provisions: Mapping[str, Provision]
    requirements: Mapping[str, Requirement]
    profiles: Mapping[str, Profile]
    other_texts: tuple[OtherText, ...]
    other_languages: Mapping[str, OtherLanguage]
    subject_cues: Mapping[str, tuple[str, ...]]
    interface: Mapping[str, Mapping[str, str]]
    """Every word of reports and screens, by id and language."""
    names: Mapping[str, Text]
    """What classes, properties and concepts are called."""


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
    )
