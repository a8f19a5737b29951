"""Languages that are not read but named, from the index."""

from __future__ import annotations

import msgspec

from checker.knowledge.claims import text
from checker.knowledge.index import Index
from checker.knowledge.model import Text
from checker.knowledge.names import GC, SKOS


class OtherLanguage(msgspec.Struct, frozen=True):
    """A language known by its script (as Unicode names letters), its own letters and its little words."""

    id: str
    label: Text
    script: str
    own_letters: str
    little_words: frozenset[str]


def read_other_languages(index: Index) -> dict[str, OtherLanguage]:
    found = (
        OtherLanguage(
            id=index.literal(iri, SKOS + "notation"),
            label=text(index, iri, SKOS + "prefLabel"),
            script=index.literal(iri, GC + "script"),
            own_letters=index.literal(iri, GC + "ownLetters"),
            little_words=frozenset(lit.value for lit in index.literals(iri, GC + "littleWord")),
        )
        for iri in index.of_type(GC + "OtherLanguage")
    )
    return {language.id: language for language in sorted(found, key=lambda language: language.id)}
