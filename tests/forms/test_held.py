"""A form judged answer by answer comes out as the same form judged at once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.checks.form import report_on
from checker.checks.options import Options, Plan
from checker.descriptions.forms.answers import Answer
from checker.descriptions.forms.questions import sections
from checker.knowledge import load
from checker.selection import requirements_for
from checker.verdicts.answered import Held
from ui.describing.form import empty_form, with_answer

KNOWLEDGE = load()
PROFILES = ("everything", "emm")
QUESTIONS = [
    q.id
    for part in sections(requirements_for(KNOWLEDGE, KNOWLEDGE.profiles["everything"], ("sop",)), "en")
    for q in part.questions
    if q.wording or part.requirement.condition_iri or part.requirement.id.startswith("SOP")
]
ANSWERS = st.builds(
    Answer, st.sampled_from(["yes", "no", ""]), st.sampled_from(["", "Reduce debt by half"]), st.just("p. 1")
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(QUESTIONS), ANSWERS, st.sampled_from(PROFILES)), min_size=1, max_size=8))
def test_answer_by_answer(steps: list[tuple[str, Answer, str]]) -> None:
    form, held = empty_form("sop", "en"), Held()
    for question, answer, profile in steps:
        form = with_answer(form, question, said=answer.said, wording=answer.wording, where=answer.where)
        plan = Plan(KNOWLEDGE, KNOWLEDGE.profiles[profile], Options(profile=profile))
        assert report_on(form, plan, held) == report_on(form, plan)
