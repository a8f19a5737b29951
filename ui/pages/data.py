"""Check RDF: verdicts with the lines to look at, and syntax errors with the line shown."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import streamlit as st

from checker.checks.offending import Pointed
from checker.data_check import SECONDS, Checking, DataChecked
from checker.errors import GuidecheckError, InputError
from checker.profiles.naming import names
from checker.report import STRENGTHS, VERDICTS
from checker.reports import display, render
from checker.selection import is_rdf
from checker.verdicts.reworded import reworded
from ui import markup
from ui.choices import one_of, some_of
from ui.context import Context
from ui.uploads import Draft, drafts_of, stored

MOST_MB = 20
AT_ONCE = 20
_CHECKED = "data-checked"
_LINE = re.compile(r":(\d+)$")
_AROUND = 3
_LONGEST = 14


def show(context: Context) -> None:
    """Draws the page."""
    t, known, language = context.t, context.knowledge, context.language
    st.html(markup.KNOWLEDGE_STYLE)
    st.header(markup.plain(t("page-data")), anchor=False)
    st.html(markup.html("data_lead", t, mb=MOST_MB, minutes=round(SECONDS / 60)))
    upload = st.file_uploader(t("data-drop"), key="data-upload", max_upload_size=MOST_MB)
    profile = one_of(t("profile"), names(known, language), key="data-profile", language=language, default="everything")
    if st.button(t("data-check"), type="primary", disabled=upload is None, key="data-check") and upload is not None:
        st.session_state.pop(_CHECKED, None)
        (draft,) = drafts_of([upload], t)
        with st.spinner(markup.plain(t("checking", file=draft.name, n=1, total=1))):
            st.session_state[_CHECKED] = draft, run(draft, profile, context)
    if _CHECKED in st.session_state:
        draft, checked = st.session_state[_CHECKED]
        _errors(draft, checked, context)
        if checked.report.inputs:
            _found(draft, checked, context)


def run(draft: Draft, profile: str, context: Context) -> DataChecked:
    """The check in a process of its own. Raises InputError where the file is too large or no RDF."""
    t = context.t
    if b"<iati-activities" in draft.data[:4096]:
        raise InputError(t("data-iati"), where=draft.name)
    if not is_rdf(Path(draft.name)):
        raise InputError(t("data-not-rdf"), where=draft.name)
    if len(draft.data) > MOST_MB * 2**20:
        raise InputError(t("upload-too-large", n=MOST_MB), where=draft.name)
    with stored((draft,)) as (file,):
        return Checking(file, profile).result()


def excerpt(data: bytes, first: int, last: int) -> list[tuple[int, str, bool]]:
    """Lines with their numbers and some around them; True marks those meant."""
    lines = data.decode("utf-8", "replace").splitlines()
    last = min(last, first + _LONGEST)
    shown = range(max(1, first - _AROUND), min(len(lines), last + _AROUND) + 1)
    return [(n, display.shorten(lines[n - 1], 300), first <= n <= last) for n in shown]


def _errors(draft: Draft, checked: DataChecked, context: Context) -> None:
    for error in checked.raised:
        _error(draft, error, context)


def _error(draft: Draft, error: GuidecheckError, context: Context) -> None:
    st.error(markup.plain(error.line))
    if line := _LINE.search(error.where):
        number = int(line[1])
        st.html(markup.html("data_lines", context.t, lines=excerpt(draft.data, number, number)))


def _found(draft: Draft, checked: DataChecked, context: Context) -> None:
    t, language = context.t, context.language
    report = reworded(checked.report, context.knowledge, language)
    names = {str(n): display.draft_name(found) for n, found in enumerate(report.inputs)}
    number = 0
    if len(names) > 1:
        number = int(one_of(t("draft"), names, key="data-draft", language=language, default="0"))
    with st.container(horizontal=True):
        for name, media in (("json", "application/json"), ("html", "text/html")):
            st.download_button(
                t(f"download-{name}"), partial(render, report, name, t.texts), mime=media,
                file_name=f"guidecheck-report.{name}", on_click="ignore", key=f"data-{name}",
                icon=":material/download:",
            )  # fmt: skip
    rows = report.inputs[number].requirements
    verdicts = some_of(
        t("verdict"), {v: t(f"verdict-{v}") for v in VERDICTS if any(r.verdict == v for r in rows)},
        key="data-verdicts", language=language,
    )  # fmt: skip
    strengths = some_of(
        t("strength"), {s: t(f"strength-{s}") for s in STRENGTHS}, key="data-strengths", language=language
    )
    query = st.text_input(t("data-requirement"), key="data-query").casefold()
    shown = [
        r for r in rows
        if (not verdicts or r.verdict in verdicts) and (not strengths or r.strength in strengths)
        and query in f"{r.id} {r.title}".casefold()
    ]  # fmt: skip
    st.caption(markup.plain(t("count-shown", shown=len(shown), total=len(rows))))
    places = checked.places[number] if number < len(checked.places) else {}
    limit = st.session_state.get("data-limit", AT_ONCE)
    for row in shown[:limit]:
        with st.expander(markup.row_label(row, t), icon=markup.ICONS[row.verdict]):
            st.text(display.visible(row.statement))
            _places(draft, places.get(row.id, ()), {c.id: c.message or c.name for c in row.claims}, context)
    if len(shown) > limit:
        st.button(t("show-more", n=min(AT_ONCE, len(shown) - limit)), on_click=_more, args=(limit,), key="data-more")


def _places(draft: Draft, found: tuple[Pointed, ...], claims: dict[str, str], context: Context) -> None:
    for place in found[:4]:
        said = " ".join(claims[c] for c in place.claims if c in claims)
        head = context.t(f"data-{place.why}", first=place.lines.first, last=place.lines.last)
        st.markdown(f"**{markup.plain(head)}** {markup.plain(said)}")
        lines = excerpt(draft.data, place.lines.first, place.lines.last)
        st.html(markup.html("data_lines", context.t, lines=lines))


def _more(limit: int) -> None:
    st.session_state["data-limit"] = limit + AT_ONCE
