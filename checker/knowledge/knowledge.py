"""All that is known, as one immutable value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from checker.knowledge.core import Core
from checker.knowledge.index import Index, parse
from checker.knowledge.languages import DraftLanguage
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
from checker.knowledge.names import GC, RDFS, SKOS
from checker.knowledge.other_languages import OtherLanguage
from checker.knowledge.shelf import Shelf
from checker.places import IATI, NOTIONS, PASSAGES, SIGNS, STRUCTURES, WORDINGS

if TYPE_CHECKING:
    from checker.knowledge.axioms import Axioms
    from checker.knowledge.iati import Iati
    from checker.knowledge.passages import ExamplePassage
    from checker.knowledge.signs import Sign
    from checker.knowledge.structures import Structures

# What reads a part is imported when the part is asked for: a check of RDF needs few of them.


@dataclass(frozen=True, eq=False)
class Knowledge:
    """All that guidecheck knows. ``digest`` is ``sha256:`` of the files; it names the knowledge in reports."""

    files: tuple[Path, ...]
    for_texts: tuple[Path, ...]
    """Files that are read when a text is first searched."""
    digest: str
    shelf: Shelf
    core: Core

    @cached_property
    def index(self) -> Index:
        """The triples, but for those that only texts need."""
        return parse(self.files)

    @property
    def languages(self) -> Mapping[str, DraftLanguage]:
        return self.core.languages

    @property
    def kinds(self) -> Mapping[str, Kind]:
        return self.core.kinds

    @property
    def themes(self) -> Mapping[str, Theme]:
        return self.core.themes

    @property
    def documents(self) -> Mapping[str, GuidanceDocument]:
        return self.core.documents

    @property
    def provisions(self) -> Mapping[str, Provision]:
        return self.core.provisions

    @property
    def requirements(self) -> Mapping[str, Requirement]:
        return self.core.requirements

    @property
    def profiles(self) -> Mapping[str, Profile]:
        return self.core.profiles

    @cached_property
    def lexicon(self) -> Lexicon:
        """The plain names of terms, and what is below what."""
        from checker.knowledge.lexicon import read_lexicon

        return self.shelf.take("lexicon", Lexicon, lambda: read_lexicon(self.index))

    @cached_property
    def below(self) -> Mapping[str, frozenset[str]]:
        """The subclasses, or narrower concepts, of each term, itself included: ``lexicon.below``."""
        return self.shelf.take("below", dict[str, frozenset[str]], lambda: self.lexicon.below)

    @cache  # noqa: B019  (one value of the knowledge lives as long as the process)
    def lexicon_of(self, language: str) -> Lexicon:
        """With the many wordings of one language."""
        from checker.knowledge.lexicon import read_lexicon

        files = [f for f in self._files_in(WORDINGS, NOTIONS) if f.stem == language]
        if not files:
            return self.lexicon
        return self.shelf.take(f"lexicon-{language}", Lexicon, lambda: read_lexicon(self.index, parse(files)))

    @cached_property
    def signs(self) -> Mapping[str, tuple[Sign, ...]]:
        """The signs of claims and conditions, by IRI."""
        from checker.knowledge.signs import Sign, read_signs

        def found() -> Mapping[str, tuple[Sign, ...]]:
            return {**read_signs(self._parsed(self._files_in(SIGNS))), **read_signs(self.index)}

        return self.shelf.take("signs", dict[str, tuple[Sign, ...]], found)

    @cache  # noqa: B019
    def structures(self, language: str) -> Structures:
        """Which tables, relations, chapters and quantities are read, as one language words them."""
        from checker.knowledge.structure_readings import read_structures
        from checker.knowledge.structures import Structures

        def found() -> Structures:
            return read_structures(self._parsed(self._files_in(STRUCTURES)), self.index, language)

        return self.shelf.take(f"structures-{language}", Structures, found)

    @cached_property
    def notions(self) -> Mapping[str, Text]:
        """The labels of notions, by IRI."""
        from checker.knowledge.claims import text

        def found() -> Mapping[str, Text]:
            index = self._parsed([f for f in self._files_in(NOTIONS) if f.stem not in self.languages])
            return {s: text(index, s, SKOS + "prefLabel") for s in index.of_type(GC + "Notion")}

        return self.shelf.take("notions", dict[str, Text], found)

    @cached_property
    def passages(self) -> Mapping[str, tuple[ExamplePassage, ...]]:
        """Example passages by requirement id."""
        from checker.knowledge.passages import ExamplePassage, read_passages

        def found() -> Mapping[str, tuple[ExamplePassage, ...]]:
            return read_passages(self._parsed(self._files_in(PASSAGES)))

        return self.shelf.take("passages", dict[str, tuple[ExamplePassage, ...]], found)

    @cached_property
    def iati(self) -> Iati:
        """How activities of IATI files are read and chosen. Raises ToolError where these files are missing."""
        from checker.knowledge.iati import Iati
        from checker.knowledge.iati_reading import read_iati

        return self.shelf.take("iati", Iati, lambda: read_iati(parse(self._files_in(IATI))))

    def for_kinds(self, kinds: Iterable[str]) -> frozenset[str]:
        """The ids of the requirements for drafts of these kinds."""
        return frozenset().union(*(self.core.by_kind.get(kind, ()) for kind in kinds))

    @property
    def other_texts(self) -> tuple[OtherText, ...]:
        """What a document may be instead of a draft."""
        return self.core.other_texts

    @property
    def other_languages(self) -> Mapping[str, OtherLanguage]:
        """Languages that are named but not read, by code."""
        return self.core.other_languages

    @property
    def subject_cues(self) -> Mapping[str, tuple[str, ...]]:
        """How texts speak of what all drafts are about, by language."""
        return self.core.subject_cues

    def name_of(self, term: str) -> Text:
        """What a notion, class, property or concept is called."""
        return self.notions.get(term) or self.core.names.get(term, Text())

    @cached_property
    def superclasses(self) -> Mapping[str, tuple[str, ...]]:
        """The classes directly above each class."""
        return self.shelf.take("hierarchy", dict[str, tuple[str, ...]], lambda: self.index.superclasses())

    @cached_property
    def class_hierarchy(self) -> tuple[ox.Triple, ...]:
        """The subclass triples, which sh:class needs beside the data."""
        link = ox.NamedNode(RDFS + "subClassOf")
        found = ((ox.NamedNode(sub), above) for sub, above in self.superclasses.items())
        return tuple(ox.Triple(sub, link, ox.NamedNode(cls)) for sub, above in found for cls in above)

    @cached_property
    def axioms(self) -> Axioms:
        """What the ontology lets one conclude."""
        from checker.knowledge.axioms import Axioms, read_axioms

        return self.shelf.take("axioms", Axioms, lambda: read_axioms(self.index))

    @cached_property
    def labels(self) -> Mapping[str, Mapping[str, str]]:
        """What every term is called, by IRI and language."""
        from checker.knowledge.labels import read_labels

        return self.shelf.take("labels", dict[str, dict[str, str]], lambda: read_labels(self.index))

    @cached_property
    def shape_texts(self) -> Mapping[str, str]:
        """The shapes of each requirement as engines run them, in N-Triples, by IRI."""
        from checker.knowledge.shape_texts import shape_texts

        return self.shelf.take(
            "shapes", dict[str, str], lambda: shape_texts(self.index, tuple(self.requirements.values()))
        )

    @cache  # noqa: B019
    def _interface(self, language: str) -> Mapping[str, str]:
        return {name: by.get(language) or by.get("en", "") for name, by in self.core.interface.items()}

    def interface_texts(self, language: str) -> dict[str, str]:
        """Every word of reports and screens, by id."""
        return dict(self._interface(language))

    def _files_in(self, *folders: Path) -> list[Path]:
        return [file for file in self.for_texts if file.parent in folders]

    def _parsed(self, files: Sequence[Path]) -> Index:
        """The triples of files for texts; those of all other files where there are none."""
        return parse(files) if files else self.index
