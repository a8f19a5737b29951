"""Statements made from a text: the same shapes decide on them as on RDF from elsewhere."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from checker.evidence import DraftEvidence, read_draft
from checker.evidence.actors import name_at
from checker.knowledge import load
from checker.knowledge.names import GC, OA, RDFS
from checker.verdicts.documents import decide_document
from tests.evidence.documents import FILLER, document

ONE_CHAPTER = (
    "# Consent",
    "The case manager asks the person for informed consent.",
    "Informed consent is asked before the file is sent to a partner.",
    "Informed consent is given in writing.",
)
THREE_CHAPTERS = (
    "# Intake",
    "The case manager asks the person for informed consent.",
    "# Files",
    "Informed consent is asked before the file is sent to a partner.",
    "# Forms",
    "Informed consent is given in writing.",
)


def verdict_on(requirement_id: str, *lines: str, kind: str = "sop") -> str:
    knowledge = load()
    requirement = knowledge.requirements[requirement_id]
    evidence = read_draft(document(*lines), knowledge, language="en", kind=kind, requirements=[requirement])
    (outcome,) = decide_document(evidence, (requirement,), knowledge, language="en")
    return outcome.verdict


def said(evidence: DraftEvidence) -> tuple[ox.Triple, ...]:
    return evidence.statements(load().requirements[r] for r in evidence.candidates)


def test_parts_told_of_one_thing_in_one_chapter_meet_the_relation() -> None:
    assert verdict_on("SOP-07", *ONE_CHAPTER, *FILLER) == "met"


def test_parts_scattered_over_chapters_do_not() -> None:
    assert verdict_on("SOP-07", *THREE_CHAPTERS, *FILLER) == "partly-met"


def test_nothing_said_is_not_stated() -> None:
    assert verdict_on("SOP-07", *FILLER) == "not-stated"


def test_a_statement_carries_its_passage() -> None:
    knowledge = load()
    draft = document(*ONE_CHAPTER, *FILLER)
    evidence = read_draft(draft, knowledge, language="en", kind="sop", requirements=[knowledge.requirements["SOP-07"]])
    starts = [int(t.object.value) for t in said(evidence) if t.predicate.value == OA + "start"]
    ends = [int(t.object.value) for t in said(evidence) if t.predicate.value == OA + "end"]
    quotes = {t.object.value for t in said(evidence) if t.predicate.value == OA + "exact"}
    assert quotes == {draft.text[a:b] for a, b in zip(starts, ends, strict=True)}


def test_members_are_actors_with_their_names() -> None:
    knowledge = load()
    lines = (
        "# Steering committee",
        "Members of the committee are the Ministry of Labour, the Ministry of Health and the chamber of commerce.",
    )
    evidence = read_draft(
        document(*lines, *FILLER), knowledge, language="en", kind="coordination-mechanism",
        requirements=[knowledge.requirements["COO-14"]],
    )  # fmt: skip
    members = {t.object.value for t in said(evidence) if t.predicate.value == GC + "hasMember"}
    names = {
        t.object.value for t in said(evidence) if t.predicate.value == RDFS + "label" and t.subject.value in members
    }
    assert {"Ministry of Labour", "Ministry of Health", "chamber of commerce"} <= names


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "chaired by the Ministry of Labour and Social Affairs", "Ministry of Labour"),
        ("en", "the Ministry of Health, which meets monthly", "Ministry of Health"),
        ("es", "el Ministerio de Trabajo preside la mesa", "Ministerio de Trabajo"),
        ("fr", "le ministère de la Santé est chargé", "ministère de la Santé"),
    ],
)
def test_a_name_ends_where_the_sentence_goes_on(language: str, text: str, name: str) -> None:
    start = text.lower().index("minist")
    assert name_at(text, start, start + 8, load().languages[language]) == name
