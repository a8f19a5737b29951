"""Every word of the book's interface is there, in three languages, and used."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pyoxigraph as ox
import pytest

import checker.reference
from checker.knowledge import load
from checker.knowledge.names import SKOS
from checker.places import ONTOLOGY
from checker.reference.vocabulary import PARTS

FILE = ONTOLOGY / "interface-reference.ttl"
BUILT = {f"ref-part-{part}{more}" for part in PARTS for more in ("", "-lead")} | {
    f"ref-condition-{effect}" for effect in ("applies", "strength", "scope")
}
FORMS = {f"form-{passage.form}" for found in load().passages.values() for passage in found}


def texts(language: str) -> dict[str, str]:
    quads = ox.parse(FILE.read_bytes(), format=ox.RdfFormat.TURTLE)
    return {
        str(q.subject.value).rpartition("#ui-")[2]: q.object.value
        for q in quads
        if q.predicate.value == SKOS + "prefLabel" and q.object.language == language
    }


def sources() -> str:
    room = Path(checker.reference.__file__).parent
    files = (*room.rglob("*.py"), *room.rglob("*.j2"), room.parent / "verdict_words.py")
    return "".join(f.read_text("utf-8") for f in files)


def test_each_text_is_used_and_each_use_has_a_text() -> None:
    named = set(re.findall(r'"(ref-[a-z0-9-]*[a-z0-9])"', sources()))
    menu = {f"ref-{key}" for key in ("themes", "kinds", "documents", "vocabulary", "profiles", "all-requirements")}
    assert texts("en").keys() == named - {"ref-part"} | BUILT | FORMS | menu


@pytest.mark.parametrize("language", ["es", "fr"])
def test_languages_hold_the_same_texts_and_fields(language: str) -> None:
    english, other = texts("en"), texts(language)
    assert english.keys() == other.keys()
    for name, text in english.items():
        assert fields(text) == fields(other[name]), name
        assert other[name]


@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_words_for_people(language: str) -> None:
    assert not [text for text in texts(language).values() if re.search("violaci|violation", text, re.IGNORECASE)]


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}
