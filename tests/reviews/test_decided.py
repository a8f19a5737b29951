"""What decisions come to: the last one counts, and undone is as if never decided."""

from checker.report import Evidence, InputReport, RequirementOutcome
from checker.reviews.decided import decided_count, decided_report, standing
from checker.reviews.model import Decision, Header, Review

HEADER = Header("r1", "sop.docx", "sop", "en", "everything", "2026-01-05T09:00:00+00:00", "ana", "d", "t", "r")


def outcome(requirement: str, verdict: str) -> RequirementOutcome:
    return RequirementOutcome(
        requirement, "data", "Data", "Title", "Statement", "must", verdict, 0.4, True, (), (), (), "Add it"
    )  # fmt: skip


def review(*decisions: Decision) -> Review:
    outcomes = (outcome("SOP-01", "not-stated"), outcome("SOP-02", "met"), outcome("SOP-03", "not-applicable"))
    return Review(HEADER, InputReport("sop.docx", "0", "sop", "SOP", "en", 3, outcomes), decisions)


def decision(number: int, requirement: str, act: str, **said: object) -> Decision:
    return Decision(f"urn:uuid:{number}", requirement, act, "ana", f"2026-01-05T10:0{number}:00+00:00", **said)


def test_a_correction_replaces_the_verdict_and_keeps_what_was_proposed() -> None:
    found = decided_report(review(decision(1, "SOP-01", "correct", verdict="met", why="Annex B says so")))
    first, second, _ = found.requirements
    assert (first.verdict, first.needs_review, first.confidence) == ("met", False, 1.0)
    assert first.decided_by is not None and first.decided_by.proposed == "not-stated"
    assert first.decided_by.why == "Annex B says so"
    assert second.decided_by is None


def test_the_last_decision_counts_and_undo_takes_the_verdict_back() -> None:
    made = (
        decision(1, "SOP-01", "correct", verdict="met"),
        decision(2, "SOP-01", "undo", before="urn:uuid:1", verdict=None),
    )
    assert standing(made)["SOP-01"].act == "undo"
    assert decided_report(review(*made)).requirements[0].verdict == "not-stated"
    assert decided_count(review(*made)) == (0, 2)


def test_chosen_passages_and_comments_stand_without_a_verdict() -> None:
    chosen = Evidence("We ask for consent.", 2, ("Data",), 10, 29, 1.0)
    found = decided_report(review(decision(1, "SOP-02", "choose-passage", passages=(chosen,), comment="Here")))
    assert found.requirements[1].evidence == (chosen,)
    assert found.requirements[1].comment == "Here"
    assert found.requirements[1].needs_review


def test_a_requirement_decided_although_it_did_not_apply_counts_among_those_to_decide() -> None:
    assert decided_count(review(decision(1, "SOP-03", "correct", verdict="met"))) == (1, 3)
    assert decided_count(review()) == (0, 2)
