"""Languages of drafts: stemmer, stop words and the words of mood, from the ontology."""

from __future__ import annotations

import msgspec

from checker.knowledge.index import Index
from checker.knowledge.model import Text
from checker.knowledge.names import GC, SKOS


class DraftLanguage(msgspec.Struct, frozen=True):
    """``stemmer`` is the name of a Snowball algorithm; the cues are words or short phrases."""

    id: str
    label: Text
    stemmer: str
    stop_words: frozenset[str]
    endings: frozenset[str]
    """What inflection puts at the end of a word, without accents; the empty one too."""
    commitment: tuple[str, ...]
    wish: tuple[str, ...]
    report: tuple[str, ...]
    negation: tuple[str, ...]
    not_negation: tuple[str, ...]
    """Phrases that hold a negating word and deny nothing ("no later than")."""
    limits: tuple[str, ...]
    """Words that make a rule of a negation ("nothing is shared without consent")."""
    little_words: tuple[str, ...]
    """Words by which a text in this language is told."""
    own_letters: str
    name_ends: tuple[str, ...]
    """Words at which a name ends: conjunctions, relatives, common verbs."""
    to_reader: tuple[str, ...] = ()
    """Wordings that speak to whoever reads the draft for us."""


def read_languages(index: Index) -> dict[str, DraftLanguage]:
    found = {}
    for iri in index.of_type(GC + "DraftLanguage"):

        def words(name: str, iri: str = iri) -> tuple[str, ...]:
            return tuple(sorted(lit.value for lit in index.literals(iri, GC + name)))

        code = index.literal(iri, SKOS + "notation")
        found[code] = DraftLanguage(
            id=code,
            label=Text({lit.language or "en": lit.value for lit in index.literals(iri, SKOS + "prefLabel")}),
            stemmer=index.literal(iri, GC + "stemmer"),
            stop_words=frozenset(words("stopWord")),
            endings=frozenset(("", *words("inflection"))),
            commitment=words("commitmentCue"),
            wish=words("wishCue"),
            report=words("reportCue"),
            negation=words("negationCue"),
            not_negation=words("notNegationCue"),
            limits=words("limitCue"),
            little_words=words("littleWord"),
            own_letters=index.literal(iri, GC + "ownLetters"),
            name_ends=words("nameEnd"),
            to_reader=words("toReaderCue"),
        )
    return dict(sorted(found.items()))
