"""The matrix as a workbook to take along."""

from __future__ import annotations

import streamlit as st

from checker.knowledge.model import Profile
from checker.reviews.comparison import Comparison
from ui.context import Context

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer(comparison: Comparison, profile: Profile, context: Context) -> None:
    """Draws the button; the workbook is written when it is pressed."""
    t = context.t

    def write() -> bytes:
        from checker.sent_back.sheets.comparison import comparison_xlsx

        return comparison_xlsx(comparison, profile.label.in_(context.language) or profile.id, t.texts)

    st.download_button(
        t("compare-download"),
        write,
        file_name="guidecheck-comparison.xlsx",
        mime=_XLSX,
        icon=":material/download:",
        on_click="ignore",
        disabled=not comparison.rows,
        key="compare-download",
    )
