"""One requirement's questions, with what helps to answer them."""

from __future__ import annotations

import streamlit as st

from checker.descriptions.forms.answers import FilledForm
from checker.descriptions.forms.questions import APPLIES, Question, Section
from checker.knowledge.passages import texts_showing
from checker.report import RequirementOutcome
from ui import markup
from ui.context import Context
from ui.describing.form import SAID, with_answer
from ui.describing.keeping import form_now, keep, turn


def ask_section(section: Section, outcome: RequirementOutcome | None, context: Context) -> None:
    """Draws the questions; each answer is kept as soon as it is given."""
    t, language, r = context.t, context.language, section.requirement
    with st.container(key="form-section"):
        st.html(markup.html("form_section", t, r=r, language=language, outcome=outcome, theme=None))
        _help(section, context)
        for question in section.questions:
            with st.container(border=True, gap="small"):
                _question(question, section, context)


def _help(section: Section, context: Context) -> None:
    t, r = context.t, section.requirement
    with st.popover(t("form-help"), icon=":material/help:", type="tertiary"):
        st.html(markup.html("form_help", t, r=r, language=context.language))


def _question(question: Question, section: Section, context: Context) -> None:
    t, form = context.t, form_now()
    text = question.text
    if question.id.endswith(APPLIES):
        text = t("form-applies", condition=text)
    if question.optional:
        text += f" ({t('claim-optional')})"
    answer = form.answer(question.id)
    st.markdown(markup.plain(text))
    _said(question, text, form, context)
    if not (answer.said or answer.wording or answer.where or question.wording):
        return
    words, place = st.columns([3, 1])
    with words:
        label = t("form-wording") + (f" {t('form-wording-needed')}" if question.wording else "")
        _wording(label, question, answer.wording, _example(question, section, context))
    with place:
        _where(t("form-where"), question, answer.where)


def _said(question: Question, text: str, form: FilledForm, context: Context) -> None:
    t, key = context.t, f"said {question.id} {context.language} {turn()}"
    st.session_state.setdefault(key, form.answer(question.id).said or None)
    st.segmented_control(
        markup.plain(text),
        SAID,
        format_func=lambda said: t(f"form-{said}"),
        key=key,
        label_visibility="collapsed",
        on_change=_keep_said,
        args=(question.id, key),
    )


def _wording(label: str, question: Question, value: str, hint: str) -> None:
    key = f"wording {question.id} {turn()}"
    st.session_state.setdefault(key, value)
    st.text_area(label, key=key, placeholder=hint, height=90, on_change=_keep_wording, args=(question.id, key))


def _where(label: str, question: Question, value: str) -> None:
    key = f"where {question.id} {turn()}"
    st.session_state.setdefault(key, value)
    st.text_input(label, key=key, on_change=_keep_where, args=(question.id, key))


def _example(question: Question, section: Section, context: Context) -> str:
    """How another draft says it, in the language of the draft."""
    claim = next((c.iri for c in section.requirement.claims if c.id == question.id), None)
    if claim is None:
        return ""
    found = texts_showing(context.knowledge.passages, section.requirement.id, form_now().language, claim)
    return context.t("form-example", text=min(found, key=len)) if found else ""


def _keep_said(question: str, key: str) -> None:
    keep(with_answer(form_now(), question, said=st.session_state[key] or ""))


def _keep_wording(question: str, key: str) -> None:
    keep(with_answer(form_now(), question, wording=st.session_state[key]))


def _keep_where(question: str, key: str) -> None:
    keep(with_answer(form_now(), question, where=st.session_state[key]))
