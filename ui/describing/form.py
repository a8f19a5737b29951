"""A form in the making: answers one by one, files in and out, and what it comes out as. Nothing here draws."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace

from checker.checks.form import report_on
from checker.checks.options import Options, Plan
from checker.descriptions.apart import parse_apart
from checker.descriptions.forms.answers import Answer, FilledForm, Said
from checker.descriptions.forms.questions import Section, sections
from checker.descriptions.forms.reading import read_form
from checker.descriptions.forms.turtle import answered_form, as_turtle
from checker.descriptions.forms.workbook import workbook
from checker.descriptions.rdf import read_rdf
from checker.errors import InputError
from checker.filenames import safe_name
from checker.knowledge import Knowledge
from checker.knowledge.model import Profile
from checker.report import InputReport
from checker.reports.texts import Wording
from checker.selection import FORM, is_form, is_rdf, requirements_for
from checker.verdicts.answered import Held
from ui.uploads import Draft, stored


def empty_form(kind: str, language: str) -> FilledForm:
    return FilledForm("", "", "", kind, language)


def with_answer(
    form: FilledForm, question: str, *, said: Said | None = None, wording: str | None = None, where: str | None = None
) -> FilledForm:
    """The form with one answer changed; what is None stays."""
    before = form.answer(question)
    answer = Answer(
        before.said if said is None else said,
        before.wording if wording is None else wording,
        before.where if where is None else where,
    )
    return replace(form, answers={**form.answers, question: answer})


def asked(form: FilledForm, profile: Profile, knowledge: Knowledge, language: str) -> tuple[Section, ...]:
    """What the profile asks of the kind, in the words of a language."""
    return sections(requirements_for(knowledge, profile, (form.kind,)), language)


def judged(form: FilledForm, profile: Profile, knowledge: Knowledge, held: Held | None = None) -> InputReport:
    """What ``guidecheck check`` says of the form's files. ``held`` are outcomes of the form as it was before."""
    return report_on(form, Plan(knowledge, profile, Options(profile=profile.id)), held)


def answered(form: FilledForm, parts: tuple[Section, ...]) -> Counter[str]:
    """How many questions of each requirement have a yes or a no."""
    return Counter(p.requirement.id for p in parts for q in p.questions if form.answer(q.id).said)


def file_name(form: FilledForm, ending: str) -> str:
    stem = safe_name(form.name).rstrip(".") if form.name.strip() else form.kind
    return stem + ending


def turtle_of(form: FilledForm, knowledge: Knowledge) -> bytes:
    return as_turtle(form, knowledge).encode()


def workbook_of(form: FilledForm, profile: Profile, knowledge: Knowledge, language: str) -> bytes:
    """What the profile asks, and whatever else has an answer already: nothing typed is left behind."""
    every = sections(requirements_for(knowledge, knowledge.profiles["everything"], (form.kind,)), language)
    held = profile.requirements
    kept = [p for p in every if p.requirement.id in held or any(q.id in form.answers for q in p.questions)]
    return workbook(knowledge.kinds[form.kind], kept, knowledge, language, form)


def opened(upload: Draft, knowledge: Knowledge, t: Wording) -> FilledForm:
    """A form from its file: a workbook, or Turtle with answers. Raises InputError where it is neither."""
    with stored((upload,)) as (file,):
        if is_form(file):
            return read_form(file, knowledge)
        if not is_rdf(file):
            raise InputError(t("form-not-one", ending=FORM), where=upload.name)
        found = read_rdf(file, knowledge, parser=parse_apart)
        forms = [
            answered_form(found.triples, d, knowledge, path=upload.name, sha256=found.sha256)
            for d in found.descriptions
        ]
        filled = [form for form in forms if form is not None]
        if len(filled) != 1:
            raise InputError(t("form-no-answers"), where=upload.name)
        return filled[0]


def as_draft(form: FilledForm, profile: Profile, knowledge: Knowledge, name: str) -> tuple[bytes, InputReport]:
    """The form as a file and the report on it, as a review keeps them."""
    data = turtle_of(form, knowledge)
    named = replace(form, path=name, sha256=hashlib.sha256(data).hexdigest())
    return data, judged(named, profile, knowledge)


SAID: tuple[Said, ...] = ("yes", "no")
