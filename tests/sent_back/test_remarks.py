"""What is spoken of, where, and in whose name."""

from __future__ import annotations

from dataclasses import replace

from checker.knowledge import load
from checker.reports.lacking import lacking
from checker.reports.texts import Wording
from checker.reviews.model import Decision
from checker.sent_back import Material, material_of
from checker.sent_back.remarks import missing, remarks
from checker.sent_back.words import remark_lines, verdict_words
from tests.sent_back.materials import SOP, WHEN, by, decided, texts, with_rows, word


def said(material: Material) -> str:
    return "\n".join(str(line) for remark in remarks(material) for line in remark_lines(remark, material.say))


def test_met_and_not_stated_are_not_spoken_of() -> None:
    assert remarks(word("We meet.", verdict="met")) == ()
    assert remarks(word("We meet.", verdict="not-stated")) == ()
    assert len(remarks(word("We meet.", "We eat."))) == 2


def test_what_is_not_stated_is_missing_the_most_binding_first() -> None:
    material = word("a", "b", "c", verdict="not-stated")
    may, must, should = (
        replace(row, strength=strength)
        for row, strength in zip(material.draft.requirements, ("may", "must", "should"), strict=True)
    )
    found = missing(with_rows(material, may, must, should))
    assert [finding.lead.strength for finding in found] == ["must", "should", "may"]


def test_a_person_speaks_in_their_own_name() -> None:
    material = word("We meet.")
    (row,) = material.draft.requirements
    corrected = with_rows(
        material, replace(row, verdict="met", decided_by=by("Ana", "partly-met", "Annex B"), comment="Good")
    )
    (remark,) = remarks(corrected)
    assert (remark.author, remark.when) == ("Ana", WHEN)
    assert "Met, decided by Ana, 4 May 2026, 09:30 UTC. guidecheck had proposed: Partly met." in said(corrected)
    assert "Reason: Annex B" in said(corrected)
    assert "Comment: Good" in said(corrected)
    assert "Missing" not in said(corrected)


def test_a_comment_without_a_verdict_is_in_the_name_of_whoever_wrote_it() -> None:
    kept = decided(SOP)
    review = kept.review
    assert review is not None
    met = next(row.id for row in review.report.requirements if row.verdict == "met" and row.evidence)
    wrote = Decision("urn:uuid:7", met, "comment", "Eva", WHEN, comment="Well put")
    material = material_of(replace(review, decisions=(wrote,)), kept.original, kept.document, load())
    (remark,) = [r for r in remarks(material) if r.author != "guidecheck"]
    assert (remark.author, remark.when) == ("Eva", WHEN)
    assert [row.id for row in remark.rows] == [met]


def test_four_at_one_passage_share_a_comment_and_two_do_not() -> None:
    material = word("We meet.")
    (row,) = material.draft.requirements
    rows = [replace(row, id=f"T-{n}") for n in range(4)]
    assert [len(r.rows) for r in remarks(with_rows(material, *rows))] == [4]
    assert [len(r.rows) for r in remarks(with_rows(material, *rows[:2]))] == [1, 1]
    assert [len(r.rows) for r in remarks(with_rows(material, *rows[:2]), every=True)] == [2]


def test_what_is_met_and_only_confirmed_takes_one_line() -> None:
    material = word("We meet.")
    (row,) = material.draft.requirements
    rows = [replace(row, id=f"T-{n}", verdict="met", decided_by=by("Ana", "met")) for n in range(9)]
    (remark,) = remarks(with_rows(material, *rows))
    assert len(remark_lines(remark, material.say)) == 1


def test_a_proposal_is_called_one_in_every_language() -> None:
    (row,) = word("We meet.").draft.requirements
    row = replace(row, needs_review=True)
    assert (
        verdict_words(row, Wording(texts("es"))) == "Cumplido en parte (propuesta, aún sin confirmar por una persona)"
    )
    assert "proposition" in verdict_words(row, Wording(texts("fr")))


def test_what_is_met_lacks_nothing() -> None:
    (row,) = word("We meet.").draft.requirements
    assert lacking(row)
    assert lacking(replace(row, verdict="met")) == ()
