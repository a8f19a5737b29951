"""Loads ontology/ and shapes/ into one immutable value."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pyoxigraph as ox

from checker.errors import InputError, ToolError
from checker.knowledge.axioms import Axioms, read_axioms
from checker.knowledge.claims import text
from checker.knowledge.guidance import (
    cues_of,
    read_documents,
    read_kinds,
    read_provisions,
    read_requirements,
    read_themes,
)
from checker.knowledge.index import Index, checksum, parse
from checker.knowledge.languages import DraftLanguage, read_languages
from checker.knowledge.lexicon import read_lexicon
from checker.knowledge.model import (
    GuidanceDocument,
    Kind,
    Lexicon,
    OtherText,
    Profile,
    Provision,
    Requirement,
    Text,
    Theme,
)
from checker.knowledge.names import GC, RDFS, SKOS, local
from checker.knowledge.other_languages import OtherLanguage, read_other_languages
from checker.knowledge.other_texts import read_other_texts
from checker.knowledge.passages import ExamplePassage, read_passages
from checker.knowledge.profiles import read_profiles
from checker.knowledge.signs import Sign, read_signs
from checker.knowledge.structure_readings import read_structures
from checker.knowledge.structures import Structures
from checker.places import NOTIONS, PASSAGES, SIGNS, STRUCTURES, WORDINGS, is_for_texts, knowledge_files, own_folders


@dataclass(frozen=True, eq=False)
class Knowledge:
    """All that guidecheck knows. ``digest`` is ``sha256:`` of the files; it names the knowledge in reports."""

    index: Index
    for_texts: tuple[Path, ...]
    """Files that are read when a text is first searched."""
    digest: str
    languages: Mapping[str, DraftLanguage]
    kinds: Mapping[str, Kind]
    themes: Mapping[str, Theme]
    documents: Mapping[str, GuidanceDocument]
    provisions: Mapping[str, Provision]
    requirements: Mapping[str, Requirement]
    profiles: Mapping[str, Profile]

    @cached_property
    def lexicon(self) -> Lexicon:
        """The plain names of terms, and what is below what."""
        return read_lexicon(self.index)

    @cache  # noqa: B019  (one value of the knowledge lives as long as the process)
    def lexicon_of(self, language: str) -> Lexicon:
        """With the many wordings of one language."""
        files = [f for f in self.for_texts if f.parent in (WORDINGS, NOTIONS) and f.stem == language]
        return read_lexicon(self.index, parse(files)) if files else self.lexicon

    @cached_property
    def signs(self) -> Mapping[str, tuple[Sign, ...]]:
        """The signs of claims and conditions, by IRI."""
        own = read_signs(self.index)
        files = [f for f in self.for_texts if f.parent == SIGNS]
        return {**read_signs(parse(files)), **own} if files else own

    @cache  # noqa: B019
    def structures(self, language: str) -> Structures:
        """Which tables, relations, chapters and quantities are read, as one language words them."""
        files = [f for f in self.for_texts if f.parent == STRUCTURES]
        return read_structures(parse(files) if files else self.index, self.index, language)

    @cached_property
    def notions(self) -> Mapping[str, Text]:
        """The labels of notions, by IRI."""
        files = [f for f in self.for_texts if f.parent == NOTIONS and f.stem not in self.languages]
        index = parse(files) if files else self.index
        return {s: text(index, s, SKOS + "prefLabel") for s in index.of_type(GC + "Notion")}

    @cached_property
    def passages(self) -> Mapping[str, tuple[ExamplePassage, ...]]:
        """Example passages by requirement id."""
        files = [f for f in self.for_texts if f.parent == PASSAGES]
        return read_passages(parse(files) if files else self.index)

    @cached_property
    def other_texts(self) -> tuple[OtherText, ...]:
        """What a document may be instead of a draft."""
        return read_other_texts(self.index)

    @cached_property
    def other_languages(self) -> Mapping[str, OtherLanguage]:
        """Languages that are named but not read, by code."""
        return read_other_languages(self.index)

    @cached_property
    def subject_cues(self) -> Mapping[str, tuple[str, ...]]:
        """How texts speak of what all drafts are about, by language."""
        return cues_of(self.index, GC + "returning-migrants")

    def name_of(self, term: str) -> Text:
        """What a notion, class, property or concept is called."""
        if term in self.notions:
            return self.notions[term]
        return text(self.index, term, SKOS + "prefLabel") or text(self.index, term, RDFS + "label")

    @cached_property
    def class_hierarchy(self) -> tuple[ox.Triple, ...]:
        """The subclass triples, which sh:class needs beside the data."""
        return self.index.subclass_triples()

    @cached_property
    def axioms(self) -> Axioms:
        """What the ontology lets one conclude."""
        return read_axioms(self.index)

    def interface_texts(self, language: str) -> dict[str, str]:
        """Every word of reports and screens, by id."""
        found = {}
        for iri in self.index.of_type(GC + "InterfaceText"):
            by = {lit.language or "en": lit.value for lit in self.index.literals(iri, SKOS + "prefLabel")}
            found[local(iri).removeprefix("ui-")] = by.get(language) or by.get("en", "")
        return found


def read(files: tuple[Path, ...]) -> Knowledge:
    for_texts = tuple(f for f in files if is_for_texts(f))
    index = parse(f for f in files if f not in for_texts)
    kinds = read_kinds(index)
    requirements, provisions = read_requirements(index, kinds), read_provisions(index)
    return Knowledge(
        index=index,
        for_texts=for_texts,
        digest=checksum(files),
        languages=read_languages(index),
        kinds=kinds,
        themes=read_themes(index),
        documents=read_documents(index),
        provisions=provisions,
        requirements=requirements,
        profiles={p.id: p for p in read_profiles(index, requirements, provisions).values()},
    )


def _read_with_own() -> Knowledge:
    """Where somebody's own files are read as well, they are at fault."""
    try:
        return read(knowledge_files())
    except ToolError as error:
        if own_folders():
            raise InputError(error.what, where=error.where, remedy=error.remedy) from error
        raise


@cache
def load() -> Knowledge:
    """The knowledge that came with this copy, and one's own. Raises ToolError, or InputError, where it is broken.

    It is made of many small objects that live as long as the process: collecting garbage meanwhile, and looking
    through them ever after, costs a quarter of the time and finds nothing.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        knowledge = _read_with_own()
        gc.freeze()
        return knowledge
    finally:
        if was_on:
            gc.enable()
