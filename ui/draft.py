"""A report on the page: its drafts, one at a time, with the downloads."""

from __future__ import annotations

import streamlit as st

from checker.errors import GuidecheckError
from checker.knowledge import Knowledge
from checker.report import InputReport, Report
from checker.reports import display, render
from checker.reports.counts import tally
from checker.reports.page import draft_pages
from checker.reports.texts import Wording
from checker.verdicts.reworded import reworded
from ui import markup
from ui.asking import choose_draft_language, choose_kind
from ui.choices import forget, one_of
from ui.listing import clear_filters, show_list
from ui.run import Checked, run_again
from ui.summary import show_summary
from ui.uploads import Draft

_MEDIA = {"html": "text/html", "json": "application/json"}
_LABELS = {"html": "download-html", "json": "download-json"}


def show_report(checked: Checked, knowledge: Knowledge, language: str, t: Wording) -> None:
    """Everything on one draft of the report; the person chooses which."""
    report = reworded(checked.report, knowledge, language)
    number = _choose_draft(report, language, t)
    page = draft_pages(report)[number]
    heading, files = st.columns([3, 2], vertical_alignment="bottom")
    with heading:
        st.header(markup.plain(page.name), anchor=False)
    with files:
        _downloads(report, t)
    _facts(checked, page.draft, knowledge, language, t)
    for warning in page.draft.warnings:
        st.warning(markup.plain(warning))
    if not page.cards:
        st.info(markup.plain(t("no-requirements")))
    else:
        show_summary(page, t)
        show_list(page, number, language, t)
    _notes(page.draft, t)


def forget_report(checked: Checked) -> None:
    """Forgets what the person chose while reading this report."""
    forget("draft")
    for number, found in enumerate(checked.report.inputs):
        clear_filters(number)
        forget(f"kind-{found.path}")
        forget(f"language-{found.path}")


def _choose_draft(report: Report, language: str, t: Wording) -> int:
    if len(report.inputs) == 1:
        return 0
    labels = {}
    for number, draft in enumerate(report.inputs):
        counts = tally(draft.requirements)
        met = t("met-short", met=counts.of("met"), n=counts.applicable)
        labels[str(number)] = f"{display.draft_name(draft)} · {draft.kind_label} · {met}"
    return int(one_of(t("drafts-heading"), labels, key="draft", language=language, default="0"))


def _profile(report: Report, knowledge: Knowledge, language: str) -> str:
    known = knowledge.profiles.get(report.profile)
    return known.label.in_(language) if known else report.profile_label


def _facts(checked: Checked, found: InputReport, knowledge: Knowledge, language: str, t: Wording) -> None:
    options, corrected = checked.options, found.path in checked.corrected
    facts = [
        (t("kind"), found.kind_label, options.kind is None and not corrected),
        (t("language"), t.language(found.language), options.language is None and not corrected),
        (t("profile"), _profile(checked.report, knowledge, language), False),
        *([(t("pages"), str(found.pages), False)] if found.pages else []),
        (t("checked-on"), t.date(checked.report.generated), False),
    ]
    st.html(markup.html("facts", t, facts=facts))
    draft = checked.draft(found.path)
    if draft is not None:
        _correct(checked, draft, found, knowledge, language, t)


def _correct(
    checked: Checked, draft: Draft, found: InputReport, knowledge: Knowledge, language: str, t: Wording
) -> None:
    """Another kind or language for this draft alone."""
    with st.popover(t("correct-found"), type="tertiary", icon=":material/edit:"):
        kind = choose_kind(knowledge, language, t, key=f"kind-{found.path}", found=found.kind)
        said = choose_draft_language(knowledge, language, t, key=f"language-{found.path}", found=found.language)
        if st.button(t("check-again"), type="primary", key=f"again-{found.path}"):
            try:
                with st.spinner(markup.plain(t("checking", file=draft.name, n=1, total=1))):
                    again = run_again(checked, draft, knowledge, kind=kind or None, language=said or None)
            except GuidecheckError as error:
                st.error(markup.plain(error.line))
            else:
                st.session_state["checked"] = again
                st.rerun()


def _downloads(report: Report, t: Wording) -> None:
    """One file of each format for all drafts. They are written once for a check and a language."""
    mark = hash(report)
    if st.session_state.get("written-for") != mark:
        st.session_state["written"] = {name: render(report, name, t.texts) for name in _MEDIA}
        st.session_state["written-for"] = mark
    written: dict[str, str] = st.session_state["written"]
    with st.container(horizontal=True, horizontal_alignment="right"):
        for name, media in _MEDIA.items():
            st.download_button(
                t(_LABELS[name]),
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
