"""A form on a draft, claim by claim: checked at each answer, taken home as a workbook or as Turtle."""

from __future__ import annotations

from collections import Counter
from functools import partial

import streamlit as st

from checker.descriptions.forms.questions import Section
from checker.knowledge.model import Profile, Requirement
from checker.report import RequirementOutcome
from checker.reports.counts import tally
from ui import markup
from ui.choices import choose, forget, one_of
from ui.context import Context
from ui.describing.asking import ask_section
from ui.describing.form import answered, asked, judged
from ui.describing.head import ask_head, files, taken_back
from ui.describing.keeping import begin, form_now, replace_by
from ui.describing.kept import as_file, from_file
from ui.unsaved.listing import show_begun
from ui.unsaved.session import keep_file

_CHOSEN, _WANTED, _LEAD = "form-chosen", "form-wanted", "form-lead"


def show(context: Context) -> None:
    """Draws the page."""
    t = context.t
    st.html(markup.KNOWLEDGE_STYLE)
    st.header(markup.plain(t("page-describe")), anchor=False)
    begin(context)
    profile = ask_head(context)
    keep_file("form", as_file(form_now()), context)
    parts = _asked(profile, context)
    files(profile, context)
    taken_back(context)
    if not form_now().answers:
        show_begun("form", partial(_told, context), partial(_take, context), context)
    if not parts:
        st.info(markup.plain(t("no-requirements")))
        return
    done = answered(form_now(), parts)
    if not done:
        st.session_state[_LEAD] = True
    if st.session_state.get(_LEAD):
        st.html(markup.html("form_start", t, n=sum(len(p.questions) for p in parts), requirements=len(parts)))
    outcomes = _outcomes(profile, context)
    _standing(outcomes, done, parts, context)
    wanted: Requirement | None = st.session_state.pop(_WANTED, None)
    if wanted is not None:
        choose("form-theme", wanted.theme, context.language)
        st.session_state[_CHOSEN] = wanted.id
    left, right = st.columns([2, 5], gap="large")
    with left:
        of = _choose_theme(parts, done, context)
        section = _choose_requirement(of, outcomes, context)
    with right:
        ask_section(section, outcomes.get(section.requirement.id), context)
        _turn_page(parts, section, context)


def _outcomes(profile: Profile, context: Context) -> dict[str, RequirementOutcome]:
    """Judged anew only where an answer changed."""
    held = st.session_state.setdefault("form-held", {})
    return {outcome.id: outcome for outcome in judged(form_now(), profile, context.knowledge, held).requirements}


def _asked(profile: Profile, context: Context) -> tuple[Section, ...]:
    """The questions, put together once for a kind, a profile and a language."""
    kind, language = form_now().kind, context.language
    before, parts = st.session_state.get("form-parts", ((None, None, None), ()))
    if before[0] is not profile or before[1:] != (kind, language):
        parts = asked(form_now(), profile, context.knowledge, language)
        st.session_state["form-parts"] = (profile, kind, language), parts
    return tuple(parts)


def _standing(
    outcomes: dict[str, RequirementOutcome], done: Counter[str], parts: tuple[Section, ...], context: Context
) -> None:
    t, total = context.t, sum(len(p.questions) for p in parts)
    counts = tally(tuple(outcomes.values()))
    st.html(markup.html("form_standing", t, counts=counts, done=done.total(), total=total))


def _choose_theme(parts: tuple[Section, ...], done: Counter[str], context: Context) -> tuple[Section, ...]:
    """The requirements of one theme. Labels stay as they are, whatever is answered: a change would lose the choice."""
    t, known, language = context.t, context.knowledge, context.language
    by_theme: dict[str, list[Section]] = {}
    for part in parts:
        by_theme.setdefault(part.requirement.theme, []).append(part)
    names = {theme: known.themes[theme].label.in_(language) for theme in by_theme if theme in known.themes}
    theme = one_of(t("theme"), names, key="form-theme", language=language, default=next(iter(names)))
    of = tuple(by_theme[theme])
    answers, asked_for = sum(done[p.requirement.id] for p in of), sum(len(p.questions) for p in of)
    st.caption(markup.plain(f"{t('form-answered')} {answers} / {asked_for}"))
    return of


def _choose_requirement(of: tuple[Section, ...], outcomes: dict[str, RequirementOutcome], context: Context) -> Section:
    """The one whose questions are shown; each stands with its verdict."""
    chosen = st.session_state.get(_CHOSEN)
    section = next((p for p in of if p.requirement.id == chosen), of[0])
    with st.container(height=560, border=False, gap="xxsmall", key="form-list"):
        for part in of:
            r = part.requirement
            outcome = outcomes.get(r.id)
            verdict = outcome.verdict if outcome else "not-stated"
            st.button(
                markup.plain(f"{r.id} {r.title.in_(context.language)}"),
                key=f"form-to {r.id}", icon=markup.ICONS[verdict], on_click=_go, args=(r,), width="stretch",
                type="secondary" if part is section else "tertiary", help=context.t(f"verdict-{verdict}"),
            )  # fmt: skip
    return section


def _turn_page(parts: tuple[Section, ...], section: Section, context: Context) -> None:
    t, place = context.t, parts.index(section)
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        for step, word, icon in ((-1, "ref-previous", "arrow_back"), (1, "ref-next", "arrow_forward")):
            there = 0 <= place + step < len(parts)
            other = parts[place + step].requirement if there else section.requirement
            st.button(
                t(word), key=f"form-turn {step}", icon=f":material/{icon}:", disabled=not there,
                on_click=_go, args=(other,), type="primary" if step > 0 else "secondary",
            )  # fmt: skip


def _go(requirement: Requirement) -> None:
    """The words to begin with go now: at the first answer, the page would jump under the hand."""
    st.session_state[_WANTED] = requirement
    st.session_state.pop(_LEAD, None)


def _told(context: Context, data: bytes) -> tuple[str, str] | None:
    form = from_file(data, context.knowledge)
    if form is None:
        return None
    kind = context.knowledge.kinds[form.kind].label.in_(context.language)
    said = sum(bool(answer.said) for answer in form.answers.values())
    return form.name, f"{kind} · {context.t('form-answered')} {said}"


def _take(context: Context, data: bytes) -> None:
    form = from_file(data, context.knowledge)
    if form is not None:
        replace_by(form)
        forget("form-theme")
