"""How IATI is read is data: every term it speaks of exists, every path can be followed, every cue can be found."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from checker.knowledge import load
from checker.knowledge.iati import Iati
from checker.knowledge.names import GC

KNOWLEDGE = load()
IATI: Iati = KNOWLEDGE.iati
CUES = [
    (language, cue) for by in (IATI.choosing.sure, IATI.choosing.hints) for language, cues in by.items() for cue in cues
]


def test_what_readings_make_exists() -> None:
    known = set(KNOWLEDGE.index.subjects())
    spoken = {
        term
        for r in IATI.readings
        for term in (*r.makes, r.linked_by, r.links_back, *(f.fills for f in r.fields), *(f.gives for f in r.fields))
    }
    spoken |= {far.fills for far in IATI.links}
    spoken |= {m for by in IATI.lists.values() for means in by.means.values() for m in means}
    spoken |= {m for by in IATI.lists.values() for _, m in by.beginnings}
    assert {t for t in spoken if t.startswith(GC)} - known == set()


def test_readings_stand_under_readings_that_come_before() -> None:
    seen = set[str]()
    for reading in IATI.readings:
        assert {reading.under, *reading.also_under} - {""} <= seen
        seen.add(reading.iri)
    assert {end for far in IATI.links for end in (far.start, far.end)} <= seen


def test_every_path_can_be_followed() -> None:
    paths = {p for r in IATI.readings for p in (r.at, r.key, *(x for f in r.fields for x in (f.at, f.value)))}
    paths |= {t.at for t in IATI.texts} | {IATI.choosing.deciding, IATI.choosing.supporting}
    for path in paths - {""}:
        etree.XPath(path)


def test_fields_that_need_a_list_have_one() -> None:
    for field in (f for r in IATI.readings for f in r.fields):
        assert (field.list in IATI.lists) == (field.how in ("meaning", "name", "class")), field


def test_headings_are_in_three_languages() -> None:
    assert {tuple(sorted(t.heading.by_language)) for t in IATI.texts} == {("en", "es", "fr")}


@pytest.mark.parametrize(("language", "cue"), CUES, ids=[f"{language}-{cue}" for language, cue in CUES])
def test_a_cue_holds_the_beginning_without_which_no_text_is_looked_at(language: str, cue: str) -> None:
    """Each way to say a cue: a group has to bring the beginning with every one of its branches, or another word has."""
    said = cue.lower()
    outside = re.sub(r"\([^)]*\)\??", " ", said)
    groups = [g for g, maybe in re.findall(r"\(([^)]*)\)(\??)", said) if not maybe]
    beginnings = IATI.choosing.beginnings

    def begins(text: str) -> bool:
        return any(b in text for b in beginnings)

    assert begins(outside) or any(all(begins(branch) for branch in group.split("|")) for group in groups)


def test_codes_decide_one_thing() -> None:
    of = IATI.choosing
    assert not (of.alone & of.with_hint or of.alone & of.against or of.with_hint & of.against)
    known = IATI.lists["https://w3id.org/guidecheck/iati/Sector"].names
    assert of.alone | of.with_hint | of.against <= known.keys()


def test_checking_other_files_reads_none_of_it() -> None:
    assert not any(file.parent.name == "iati" for file in KNOWLEDGE.files)
