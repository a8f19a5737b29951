"""A reader that reads once more, against what it read as met."""

from __future__ import annotations

from tests.reader.checking import CONSENT, checked, options
from tests.reader.serving import Asked, Said, answer, nothing, serving
from tests.reader.test_reading import ASKS, FORM, quoting

KEPT = "Case files are kept for five years in locked cabinets."
AGAINST = "Read against it"


def objecting(quotes: list[str]):  # type: ignore[no-untyped-def]
    """A model that reads as met, and objects to the form when asked to read against it."""

    def model(asked: Asked) -> Said:
        said = quoting(asked)
        if AGAINST in asked.text:
            for claim in said["claims"]:
                claim |= {"holds": "yes", "quotes": []}
                if claim["id"] == "SOP-07-form":
                    claim |= {"holds": "no", "quotes": quotes}
        return said

    return model


def test_only_what_was_read_as_met_is_doubted_and_only_when_asked_for() -> None:
    with serving(quoting) as server:
        checked(CONSENT, options(server.url), ids=("SOP-07",))
        undoubted = len(server.asked)
        checked(CONSENT, options(server.url, model="other", doubt=True), ids=("SOP-07",))
    with serving(nothing) as other:
        checked(CONSENT, options(other.url, doubt=True), ids=("SOP-07",))
    assert (undoubted, len(server.asked), len(other.asked)) == (1, 3, 1)
    assert f'SOP-07-form: "{ASKS}"; "Consent is given' in server.asked[-1].text


def test_an_objection_with_a_quote_takes_met_away_and_is_shown_first() -> None:
    with serving(objecting([KEPT])) as server:
        found = checked(CONSENT, options(server.url, doubt=True), ids=("SOP-07",))
    read = found.read["SOP-07"]
    assert (read.verdict, read.needs_review) == ("partly-met", True)
    assert read.evidence[0].quote == KEPT
    assert any("once more, against it: 1 of 1" in note for note in found.notes)


def test_an_objection_without_a_quote_is_none() -> None:
    with serving(objecting([])) as server:
        found = checked(CONSENT, options(server.url, doubt=True), ids=("SOP-07",))
    assert (found.read["SOP-07"].verdict, found.read["SOP-07"].needs_review) == ("met", False)


def test_the_quotes_of_the_first_reading_stand_within_the_fence() -> None:
    with serving(quoting) as server:
        checked(CONSENT, options(server.url, doubt=True), ids=("SOP-07",))
    text = server.asked[-1].text
    fenced = text.split("=== quotes of the first reading ")[1].split("=== end of the quotes ")[0]
    assert ASKS in fenced
    assert "K-2" in fenced
    assert FORM.split('"')[0].strip() in fenced


def test_an_answer_may_object_to_nothing() -> None:
    def sure(asked: Asked) -> Said:
        return answer(asked, [] if AGAINST in asked.text else [ASKS, FORM])

    with serving(sure) as server:
        found = checked(CONSENT, options(server.url, doubt=True), ids=("SOP-07",))
    assert found.read["SOP-07"].verdict == "met"
    assert any("0 of 1 fell" in note for note in found.notes)
