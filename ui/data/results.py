"""What was found in data files: errors with their line, and each requirement with the lines to look at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

import streamlit as st

from checker.checks.pointing import Places
from checker.report import STRENGTHS, VERDICTS, InputReport, RequirementOutcome
from checker.reports import display, render
from checker.reports.counts import tally
from checker.verdicts.reworded import reworded
from ui import markup
from ui.choices import one_of, some_of
from ui.context import Context
from ui.data.excerpts import excerpt, lines_of
from ui.data.running import DataChecked
from ui.error_words import in_words

AT_ONCE = 20
_LINE = re.compile(r":(\d+)$")
_SHOWN = 4
_URGENCY = ("not-met", "partly-met", "not-stated", "met", "not-applicable")


def show_errors(checked: DataChecked, context: Context) -> None:
    """Each with the line that it names."""
    for error in checked.errors:
        st.error(markup.plain(in_words(error, context.t)))
        line = _LINE.search(error.where)
        if line:
            number, lines = int(line[1]), lines_of(checked, error.where[: line.start()])
            st.html(markup.html("data_lines", context.t, lines=excerpt(lines, number, number)))


def show_found(checked: DataChecked, context: Context) -> None:
    """One draft of the report; the person chooses which."""
    t, language = context.t, context.language
    assert checked.report is not None  # noqa: S101 - shown only where there is one
    report = reworded(checked.report, context.knowledge, language)
    names = {str(n): _name(found) for n, found in enumerate(report.inputs)}
    number = 0
    if len(names) > 1:
        number = int(one_of(t("draft"), names, key="data-draft", language=language, default="0"))
    draft = report.inputs[number]
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.subheader(markup.plain(display.draft_name(draft)), anchor=False)
        with st.container(horizontal=True, width="content"):
            for name, media in (("json", "application/json"), ("html", "text/html")):
                st.download_button(
                    t(f"download-{name}"), partial(render, report, name, t.texts), mime=media,
                    file_name=f"guidecheck-report.{name}", on_click="ignore", key=f"data-{name}",
                    icon=":material/download:",
                )  # fmt: skip
    st.caption(markup.plain(" · ".join((draft.kind_label, t.language(draft.language), draft.path))))
    for note in draft.notes:
        st.caption(markup.plain(note))
    st.html(markup.html("data_counts", t, counts=tally(draft.requirements)))
    places = checked.places[number] if number < len(checked.places) else {}
    _list(draft, places, checked, context)


def _name(found: InputReport) -> str:
    name = display.draft_name(found)
    return name if name == found.path else f"{name} · {found.path}"


def _list(draft: InputReport, places: Places, checked: DataChecked, context: Context) -> None:
    t, rows = context.t, draft.requirements
    shown = _filtered(rows, context)
    st.caption(markup.plain(t("count-shown", shown=len(shown), total=len(rows))))
    if not shown:
        st.info(markup.plain(t("none-match")))
    limit = st.session_state.get("data-limit", AT_ONCE)
    lines = lines_of(checked, draft.path)
    for row in shown[:limit]:
        with st.expander(markup.row_label(row, t), icon=markup.ICONS[row.verdict]):
            st.text(display.visible(row.statement))
            _places(row, places, lines, context)
    if len(shown) > limit:
        more = partial(st.session_state.__setitem__, "data-limit", limit + AT_ONCE)
        st.button(t("show-more", n=min(AT_ONCE, len(shown) - limit)), on_click=more, key="data-more")


def _filtered(rows: tuple[RequirementOutcome, ...], context: Context) -> list[RequirementOutcome]:
    t, language = context.t, context.language
    there: dict[str, str] = {v: t(f"verdict-{v}") for v in VERDICTS if any(r.verdict == v for r in rows)}
    strong: dict[str, str] = {s: t(f"strength-{s}") for s in STRENGTHS}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        verdicts = some_of(t("verdict"), there, key="data-verdicts", language=language)
        strengths = some_of(t("strength"), strong, key="data-strengths", language=language)
    query = st.text_input(t("data-requirement"), key="data-query").casefold()
    fit = [
        r for r in rows
        if (not verdicts or r.verdict in verdicts) and (not strengths or r.strength in strengths)
        and query in f"{r.id} {r.title}".casefold()
    ]  # fmt: skip
    return sorted(fit, key=lambda r: (_URGENCY.index(r.verdict), STRENGTHS.index(r.strength)))


def _places(row: RequirementOutcome, places: Places, lines: Sequence[str], context: Context) -> None:
    t = context.t
    claims = {c.id: c.message or c.name for c in row.claims}
    found = places.get(row.id, ())
    for place in found[:_SHOWN]:
        first, last = place.lines.first, place.lines.last
        head = t(f"data-{place.why}" if last > first else f"data-one-line-{place.why}", first=first, last=last)
        said = " ".join(claims[c] for c in place.claims if c in claims)
        st.markdown(f"**{markup.plain(head)}** {markup.plain(said)}")
        st.html(markup.html("data_lines", t, lines=excerpt(lines, first, last)))
    if len(found) > _SHOWN:
        st.caption(markup.plain(t("data-more-places", n=len(found) - _SHOWN)))
    if row.remedy and row.verdict not in ("met", "not-applicable"):
        st.html(markup.html("data_remedy", t, remedy=row.remedy))
