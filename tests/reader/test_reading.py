"""What an answer does to a verdict."""

from __future__ import annotations

from checker.check import Options, Step, check
from checker.knowledge import load
from checker.reader.counts import before
from tests.reader.checking import CONSENT, checked, options
from tests.reader.serving import Asked, Said, answer, nothing, serving

ASKS = "The case officer asks each returning person for consent at the end of the first interview"
FORM = 'Consent is given in writing on form "K-2"'


def quoting(asked: Asked) -> Said:
    return answer(asked, [ASKS, FORM])


def test_an_answer_that_quotes_makes_the_verdict_and_says_who_read() -> None:
    with serving(quoting) as server:
        found = checked(CONSENT, options(server.url)).read["SOP-07"]
    assert (found.verdict, found.needs_review, found.missing) == ("met", False, ())
    assert [e.quote for e in found.evidence[:2]] == [ASKS, FORM.replace('"K-2"', "“K-2”")]
    assert found.evidence[0].heading == ("Standard operating procedure for returning persons", "2. Consent")
    assert "SOP-07-timing" in found.evidence[0].claims
    assert found.read_by is not None
    assert (found.read_by.model, found.read_by.prompt, found.read_by.cached) == ("honest-1", "1", False)


def test_the_question_holds_what_a_reader_needs() -> None:
    with serving(nothing) as server:
        checked(CONSENT, options(server.url, key="a-key"))
    asked = next(a for a in server.asked if a.requirement == "SOP-07")
    assert asked.path == "/v1/chat/completions"
    assert asked.headers["authorization"] == "Bearer a-key"
    assert asked.body["response_format"]["json_schema"]["strict"] is True
    for held in (
        "SOP-07-asked (said): The returnee is asked for consent.",
        "Participation is called voluntary",
        "All 5 points that count hold",
        "] Standard operating procedure for returning persons › 2. Consent",
        "Case files are kept for five years in locked cabinets.",
    ):
        assert held in asked.text, held


def test_the_verdict_follows_from_the_points_whatever_the_model_calls_it() -> None:
    def boasting(asked: Asked) -> Said:
        said = answer(asked, [ASKS], verdict="met")
        for claim in said["claims"]:
            if claim["id"] == "SOP-07-form":
                claim |= {"holds": "partly", "quotes": [ASKS]}
            if claim["id"] == "SOP-07-together":
                claim |= {"holds": "no", "quotes": []}
        return said

    with serving(boasting) as server:
        found = checked(CONSENT, options(server.url)).read["SOP-07"]
    assert (found.verdict, found.needs_review) == ("partly-met", True)
    assert len(found.missing) == 2


def test_a_reader_may_ask_once_for_more() -> None:
    def curious(asked: Asked) -> Said:
        return nothing(asked) | {"more": {"words": ["thumbprints"], "headings": []}}

    draft = CONSENT.parent / "spread-en.md"
    with serving(curious) as server:
        checked(draft, options(server.url), ids=("SOP-07",))
    first, second = server.asked
    assert "thumbprint" not in first.text
    assert "thumbprint" in second.text
    assert "No more can be asked for" in second.text


def test_a_condition_is_asked_for_and_decides_whether_it_applies() -> None:
    def no_exception(asked: Asked) -> Said:
        return nothing(asked) | {"verdict": "not-applicable"}

    with serving(no_exception) as server:
        found = checked(CONSENT, options(server.url), ids=("SOP-09",)).read["SOP-09"]
    assert ("SOP-09-condition", "condition", "no") in server.asked[0].points
    assert (found.verdict, found.needs_review) == ("not-applicable", False)
    assert found.applies is not None
    assert not found.applies.holds


def test_a_second_run_sends_nothing() -> None:
    with serving(quoting) as server:
        checked(CONSENT, options(server.url))
        sent = len(server.asked)
        again = checked(CONSENT, options(server.url))
    assert (sent, len(server.asked)) == (2, 2)
    assert all(o.read_by is not None and o.read_by.cached for o in again.read.values())
    assert again.lines == ["reader: 2 answers used, 2 from the cache, 0 discarded, 0 failed"]


def test_another_model_is_asked_anew() -> None:
    with serving(quoting) as server:
        checked(CONSENT, options(server.url))
        checked(CONSENT, options(server.url, model="honest-2"))
    assert len(server.asked) == 4


def test_a_limit_holds_and_is_said() -> None:
    with serving(quoting) as server:
        found = checked(CONSENT, options(server.url, limit=1))
    assert len(server.asked) == 1
    assert "1 requirements were left as they were without the reader (not asked, limit reached: 1)." in found.notes
    assert found.lines[-1].startswith("reader: 1 answers used, 0 from the cache, 0 discarded, 0 failed, 1 not asked")


def test_what_leaves_is_told_before_and_after() -> None:
    with serving(quoting) as server:
        found = checked(CONSENT, options(server.url))
    before, after = found.lines
    assert before.startswith("consent-en.md: 2 questions, about ")
    assert f"go to {server.url.split('/')[2]} (this machine), model honest-1, with passages of the draft" in before
    assert after.endswith("2,000 tokens in and 100 out as the server counted")
    assert found.notes[0].startswith("A language model (honest-1) read for 2 of 2 requirements")


def test_a_machine_elsewhere_without_encryption_is_named_as_such() -> None:
    told = before((), options("http://reader.example/v1"), "draft.docx", cached=3)
    assert "(3 more are in the cache)" in told
    assert "go unencrypted to reader.example (another machine)" in told


def test_a_whole_check_with_progress() -> None:
    steps: list[Step] = []
    lines: list[str] = []
    with serving(nothing) as server:
        asked = Options(kind="sop", language="en", reader=options(server.url))
        outcome = check([CONSENT], load(), asked, steps.append, lines.append)
    (draft,) = outcome.report.inputs
    assert sum(r.read_by is not None for r in draft.requirements) == len(server.asked) > 20
    assert (steps[0].answered, steps[-1].answered) == (0, len(server.asked))
    assert steps[-1].questions == len(server.asked)
    assert len(lines) == 2


def test_a_limit_is_spent_on_the_strongest_first() -> None:
    with serving(nothing) as server:
        checked(CONSENT, options(server.url, limit=1), ids=("SOP-07", "SOP-09"))
    assert [a.requirement for a in server.asked] == ["SOP-09"]
