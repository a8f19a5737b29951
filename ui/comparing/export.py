"""The matrix as a workbook to take along."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from checker.knowledge.model import Profile
from checker.profiles.naming import name_of
from checker.reports.texts import InterfaceTexts
from checker.reviews.comparison import Comparison
from checker.sent_back.sheets.comparison import comparison_xlsx
from ui.context import Context

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer(comparison: Comparison, profile: Profile, context: Context) -> None:
    """Draws the button; the workbook is written when it is pressed."""
    label = name_of(profile, context.language)
    st.download_button(
        context.t("compare-download"),
        lambda: workbook(comparison, label, context.t.texts),
        file_name="guidecheck-comparison.xlsx",
        mime=_XLSX,
        icon=":material/download:",
        on_click="ignore",
        disabled=not comparison.rows,
        key="compare-download",
    )


def workbook(comparison: Comparison, profile: str, texts: InterfaceTexts) -> bytes:
    """The proposals in the order of the matrix, with its requirements and weights; ``profile`` is a name."""
    held = {row.id for row in comparison.rows}
    drafts = [
        replace(p.report, name=p.name, requirements=tuple(r for r in p.report.requirements if r.id in held))
        for p in comparison.proposals
    ]
    weights = {row.id: row.weight for row in comparison.rows}
    generated = datetime.now(UTC).isoformat(timespec="seconds")
    return comparison_xlsx(drafts, texts, weights=weights, profile=profile, generated=generated)
