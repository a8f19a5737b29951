"""A filled form to the report of the draft that it describes."""

from __future__ import annotations

from pathlib import Path

from checker.checks.options import Plan
from checker.descriptions.forms.answers import FilledForm
from checker.descriptions.forms.questions import APPLIES
from checker.descriptions.forms.reading import read_form
from checker.report import InputReport
from checker.selection import requirements_for
from checker.verdicts.answered import Held, decide_answers


def check_form(file: Path, plan: Plan) -> tuple[InputReport, ...]:
    """Kind and language are the form's own."""
    return (report_on(read_form(file, plan.knowledge), plan),)


def report_on(form: FilledForm, plan: Plan, held: Held | None = None) -> InputReport:
    """The report of a form, wherever it was filled. ``held`` are outcomes of the same form as it was before."""
    knowledge = plan.knowledge
    requirements = [r for r in requirements_for(knowledge, plan.profile, (form.kind,)) if r.claims]
    asked = {c.id for r in requirements for c in r.claims} | {r.id + APPLIES for r in requirements}
    texts = knowledge.interface_texts(form.language)
    notes = [texts["form-note"]]
    strangers = [q for q in form.answers if q not in asked and form.answers[q].said]
    if strangers:
        notes.append(texts["form-strangers"].format(n=len(strangers), ids=", ".join(strangers[:5])))
    return InputReport(
        path=form.path,
        sha256=form.sha256,
        kind=form.kind,
        kind_label=knowledge.kinds[form.kind].label.in_(form.language),
        language=form.language,
        pages=None,
        requirements=decide_answers(form, requirements, knowledge, engine=plan.options.engine, held=held),
        name=form.name or Path(form.path).stem,
        notes=tuple(notes),
    )
