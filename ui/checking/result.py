"""What a check found, summed up: its drafts one at a time, what they were taken for, and the way to the desk."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from checker.knowledge import Knowledge
from checker.profiles.naming import known_name
from checker.report import InputReport, Report
from checker.reports import display, render
from checker.reports.counts import tally
from checker.reports.page import draft_pages
from checker.reports.texts import Wording
from checker.reviews.desk import Desk
from checker.verdicts.reworded import reworded
from ui import markup
from ui.asking import choose_draft_language, choose_kind, choose_profile
from ui.checking.running import Checked, Checking
from ui.checking.summary import show_summary
from ui.choices import forget, one_of
from ui.context import Context
from ui.going import go
from ui.uploads import Draft

_MEDIA = {"html": "text/html", "json": "application/json"}


def show_result(checked: Checked, context: Context) -> None:
    """Everything on one draft of the report; the person chooses which."""
    knowledge, language, t = context.knowledge, context.language, context.t
    if checked.report is None or not checked.report.inputs:
        return
    report = reworded(checked.report, knowledge, language)
    number = _choose_draft(report, language, t)
    page, review = draft_pages(report)[number], checked.reviews[number]
    _next_at_desk(review)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.header(markup.plain(page.name), anchor=False)
        if review and page.cards:
            _to_desk(review, t)
    _facts(checked, page.draft, knowledge, language, t, context.desk)
    if not review:
        st.warning(markup.plain(t("check-not-saved")))
    for warning in page.draft.warnings:
        st.warning(markup.plain(warning))
    if page.cards:
        show_summary(page, review, knowledge, language, t)
    else:
        st.info(markup.plain(t("no-requirements")))
    _downloads(report, t)
    _notes(page.draft, t)


def forget_result(checked: Checked) -> None:
    """Forgets what the person chose while reading this result."""
    forget("draft")
    for found in checked.report.inputs if checked.report else ():
        for name in ("kind", "language", "profile"):
            forget(f"{name}-{found.path}")


def _next_at_desk(review: str) -> None:
    """The menu opens at the desk what was checked last, until the person opens another review there."""
    if review and st.session_state.get("checked-last") != review:
        st.session_state["checked-last"] = st.session_state["desk-review"] = review


def _to_desk(review: str, t: Wording) -> None:
    if st.button(t("check-to-desk"), type="primary", icon=":material/rate_review:", key="to-desk"):
        go("desk", review=review)


def _choose_draft(report: Report, language: str, t: Wording) -> int:
    if len(report.inputs) == 1:
        return 0
    labels = {}
    for number, draft in enumerate(report.inputs):
        counts = tally(draft.requirements)
        met = t("met-short", met=counts.of("met"), n=counts.applicable)
        labels[str(number)] = f"{display.draft_name(draft)} · {draft.kind_label} · {met}"
    return int(one_of(t("drafts-heading"), labels, key="draft", language=language, default="0"))


def _facts(
    checked: Checked, found: InputReport, knowledge: Knowledge, language: str, t: Wording, desk: Desk | None
) -> None:
    options, corrected, report = checked.options, found.path in checked.corrected, checked.report
    profile = known_name(report.profile, knowledge, language, report.profile_label) if report else ""
    facts = [
        (t("kind"), found.kind_label, options.kind is None and not corrected),
        (t("language"), t.language(found.language), options.language is None and not corrected),
        (t("profile"), profile, False),
        *([(t("pages"), str(found.pages), False)] if found.pages else []),
        *([(t("checked-on"), t.date(report.generated), False)] if report else []),
    ]
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.html(markup.html("facts", t, facts=facts), width="content")
        draft = checked.draft(found.path)
        if draft is not None:
            _correct(checked, draft, found, knowledge, language, t, desk)


def _correct(
    checked: Checked,
    draft: Draft,
    found: InputReport,
    knowledge: Knowledge,
    language: str,
    t: Wording,
    desk: Desk | None,
) -> None:
    """Another kind, language or profile for this draft alone."""
    now = checked.report.profile if checked.report else checked.options.profile
    with st.popover(t("correct-found"), type="tertiary", icon=":material/edit:"):
        kind = choose_kind(knowledge, language, t, key=f"kind-{found.path}", found=found.kind)
        said = choose_draft_language(knowledge, language, t, key=f"language-{found.path}", found=found.language)
        profile = choose_profile(knowledge, language, t, key=f"profile-{found.path}", found=now)
        if st.button(t("check-again"), type="primary", key=f"again-{found.path}"):
            options = replace(checked.options, kind=kind or None, language=said or None, profile=profile)
            st.session_state["checking"] = Checking((draft,), options, desk, before=checked)
            st.rerun()


def _downloads(report: Report, t: Wording) -> None:
    """One file of each format for all drafts. They are written once for a check and a language."""
    mark = hash(report)
    if st.session_state.get("written-for") != mark:
        st.session_state["written"] = {name: render(report, name, t.texts) for name in _MEDIA}
        st.session_state["written-for"] = mark
    written: dict[str, str] = st.session_state["written"]
    with st.container(horizontal=True):
        for name, media in _MEDIA.items():
            st.download_button(
                t(f"download-{name}"),
                written[name],
                file_name=f"guidecheck-report.{name}",
                mime=media,
                icon=":material/download:",
                on_click="ignore",
                key=f"download-{name}",
            )


def _notes(draft: InputReport, t: Wording) -> None:
    if draft.notes:
        st.subheader(markup.plain(t("notes-heading")), anchor=False)
        for note in draft.notes:
            st.text(display.visible(note))
    if draft.unmatched_shapes:
        with st.expander(markup.plain(t("unmatched-heading"))):
            st.text(t("unmatched-note"))
            st.text(display.visible("\n".join(draft.unmatched_shapes)))
