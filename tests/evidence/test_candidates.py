"""Candidates: every requirement gets its best passages, whether or not it has claims."""

from __future__ import annotations

from checker.evidence import read_draft
from checker.knowledge import load
from tests.evidence.documents import document

LINES = (
    "# Aims",
    "The project repairs two wells.",
    "# Follow-up",
    "The counsellor visits each person three, six and twelve months after arrival.",
    "# Money",
    "The budget is spent by June.",
)


def test_the_passage_that_speaks_of_it_comes_first() -> None:
    knowledge = load()
    requirement = knowledge.requirements["IND-17"]
    evidence = read_draft(
        document(*LINES), knowledge, language="en", kind="individual-assistance", requirements=[requirement]
    )
    best = evidence.candidates["IND-17"][0]
    assert "twelve months after arrival" in evidence.corpus.units[best.unit].passage.text


def test_every_requirement_in_the_catalogue_is_searched_in_every_language() -> None:
    knowledge = load()
    everything = list(knowledge.requirements.values())
    for language in knowledge.languages:
        evidence = read_draft(document(*LINES), knowledge, language=language, kind="sop", requirements=everything)
        assert evidence.candidates.keys() == knowledge.requirements.keys()


def test_scores_run_from_nought_to_one_and_fall() -> None:
    knowledge = load()
    evidence = read_draft(
        document(*LINES), knowledge, language="en", kind="sop", requirements=list(knowledge.requirements.values())
    )
    for found in evidence.candidates.values():
        scores = [c.score for c in found]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= s <= 1 for s in scores)
        assert len(found) <= 8


def test_progress_is_told_to_the_end() -> None:
    knowledge = load()
    steps: list[tuple[int, int]] = []
    read_draft(
        document(*LINES), knowledge, language="en", kind="sop",
        requirements=list(knowledge.requirements.values())[:5],
        progress=lambda done, of: steps.append((done, of)),
    )  # fmt: skip
    assert steps == [(n, 5) for n in range(1, 6)]


def test_an_empty_document_gives_no_candidates() -> None:
    knowledge = load()
    evidence = read_draft(
        document(), knowledge, language="en", kind="sop", requirements=[knowledge.requirements["SOP-07"]]
    )
    assert evidence.candidates["SOP-07"] == ()
