"""What nearly every run needs of the knowledge, in one value that can be kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import msgspec

from checker.knowledge.languages import DraftLanguage
from checker.knowledge.model import GuidanceDocument, Kind, OtherText, Profile, Provision, Requirement, Text, Theme
from checker.knowledge.opened import Opened
from checker.knowledge.other_languages import OtherLanguage


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
    by_kind: Mapping[str, frozenset[str]]
    """The ids of the requirements for each kind of draft."""
    without_claims: frozenset[str]
    """The ids of the requirements that have no claims yet."""


class KeptCore(msgspec.Struct):
    """The same as it lies in the file, the large mappings still closed."""

    languages: dict[str, DraftLanguage]
    kinds: dict[str, Kind]
    themes: dict[str, Theme]
    documents: dict[str, GuidanceDocument]
    provisions: msgspec.Raw
    requirements: msgspec.Raw
    profiles: dict[str, Profile]
    other_texts: tuple[OtherText, ...]
    other_languages: dict[str, OtherLanguage]
    subject_cues: dict[str, tuple[str, ...]]
    interface: dict[str, dict[str, str]]
    names: msgspec.Raw
    by_kind: dict[str, frozenset[str]]
    without_claims: frozenset[str]

    def opened(self, anew: Callable[[], Core]) -> Core:
        """``anew`` reads it from the Turtle, where a part turns out to be broken."""
        return Core(
            languages=self.languages,
            kinds=self.kinds,
            themes=self.themes,
            documents=self.documents,
            provisions=Opened(self.provisions, Provision, lambda: anew().provisions),
            requirements=Opened(self.requirements, Requirement, lambda: anew().requirements),
            profiles=self.profiles,
            other_texts=self.other_texts,
            other_languages=self.other_languages,
            subject_cues=self.subject_cues,
            interface=self.interface,
            names=Opened(self.names, Text, lambda: anew().names),
            by_kind=self.by_kind,
            without_claims=self.without_claims,
        )
