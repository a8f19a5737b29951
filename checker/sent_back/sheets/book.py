"""A workbook in memory: text stays text, whatever it begins with."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

import xlsxwriter

from checker.report import VERDICTS, Verdict
from checker.reports.display import visible
from checker.reports.texts import Wording
from checker.sent_back.looks import ACCENT, INK, LINE, LOOKS, SOFT, TINT

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST = 32_000
"""Characters; a cell holds 32,767."""
_A3, _A4 = 8, 9
AS_TEXT = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}
"""Options of a workbook in which a cell never holds a formula or a link that a draft made up."""
_BASE = {"font_name": "Arial", "font_size": 10, "font_color": f"#{INK}", "valign": "top"}
_STYLES: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 18, "font_color": f"#{ACCENT}"},
    "heading": {"bold": True, "font_size": 12, "font_color": f"#{ACCENT}"},
    "label": {"font_color": f"#{SOFT}"},
    "text": {},
    "soft": {"font_color": f"#{SOFT}"},
    "wrap": {"text_wrap": True},
    "cell": {"text_wrap": True, "bottom": 1, "bottom_color": f"#{LINE}"},
    "strong": {"text_wrap": True, "bold": True, "bottom": 1, "bottom_color": f"#{LINE}"},
    "number": {"num_format": "0.##", "align": "center", "bottom": 1, "bottom_color": f"#{LINE}"},
    "share": {"num_format": "0%", "align": "center", "bottom": 1, "bottom_color": f"#{LINE}"},
    "total": {"num_format": "0%", "align": "center", "bold": True, "bg_color": f"#{TINT}"},
    "theme": {"bold": True, "bg_color": f"#{TINT}", "font_color": f"#{ACCENT}", "text_wrap": True},
    "entry": {"num_format": "0.##", "align": "center", "bottom": 1, "bottom_color": f"#{LINE}", "bg_color": "#FFFDF2"},
    "head": {
        "bold": True,
        "font_color": "#FFFFFF",
        "bg_color": f"#{ACCENT}",
        "text_wrap": True,
        "valign": "vcenter",
    },
}


class Book:
    """Styles by name, and one for each verdict."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        self.styles: dict[str, Format] = {
            name: workbook.add_format({**_BASE, **style}) for name, style in _STYLES.items()
        }
        self.verdicts: dict[Verdict, Format] = {v: workbook.add_format({**_BASE, **_tinted(v)}) for v in VERDICTS}
        self.marks: dict[Verdict, Format] = {v: workbook.add_format({**_BASE, **_filled(v)}) for v in VERDICTS}

    def sheet(self, name: str, *, wide: bool = True) -> Worksheet:
        """``wide`` is printed on A3 across, over as many pages as it takes; else on one page of A4."""
        made = self.workbook.add_worksheet(sheet_name(name))
        made.hide_gridlines(2)
        made.set_paper(_A3 if wide else _A4)
        made.fit_to_pages(1, 0 if wide else 1)
        made.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        made.set_footer("&L&9&A&R&9&P / &N")
        if wide:
            made.set_landscape()
        return made

    def write(self, sheet: Worksheet, row: int, column: int, text: str, style: str = "cell") -> None:
        """A text, never a formula or a link."""
        sheet.write_string(row, column, cell_text(text), self.styles[style])

    def write_verdict(self, sheet: Worksheet, row: int, column: int, verdict: Verdict, say: Wording) -> None:
        sheet.write_string(row, column, verdict_text(verdict, say), self.verdicts[verdict])


def made(title: str, generated: str, fill: Callable[[Book], None]) -> bytes:
    """The bytes of a workbook that ``fill`` writes."""
    stream = BytesIO()
    workbook = xlsxwriter.Workbook(stream, {"in_memory": True, **AS_TEXT})
    set_properties(workbook, title, generated)
    try:
        fill(Book(workbook))
    finally:
        workbook.close()
    return stream.getvalue()


def set_properties(workbook: Workbook, title: str, generated: str) -> None:
    """``generated`` is an ISO 8601 time; what is none is left out."""
    properties: dict[str, object] = {"title": cell_text(title)[:200], "author": "guidecheck"}
    with suppress(ValueError):
        properties["created"] = datetime.fromisoformat(generated).replace(tzinfo=None)
    workbook.set_properties(properties)


def cell_text(text: str) -> str:
    shown = visible(text)
    return shown if len(shown) <= MOST else shown[: MOST - 1] + "…"


def verdict_text(verdict: Verdict, say: Wording) -> str:
    return f"{LOOKS[verdict].mark} {say(f'verdict-{verdict}')}"


def sheet_name(text: str) -> str:
    return re.sub(r"[\[\]:*?/\\']", "-", visible(text))[:31] or "-"


def _tinted(verdict: Verdict) -> dict[str, object]:
    return {"bg_color": f"#{LOOKS[verdict].tint}", "text_wrap": True, "bottom": 1, "bottom_color": f"#{LINE}"}


def _filled(verdict: Verdict) -> dict[str, object]:
    """For a matrix: strong enough to be seen from afar, and in print without colour."""
    look = LOOKS[verdict]
    return {
        "bg_color": f"#{look.fill}", "font_color": f"#{look.ink}", "bold": verdict in ("met", "not-met"),
        "border": 1, "border_color": f"#{SOFT}", "align": "center", "valign": "vcenter", "text_wrap": True,
    }  # fmt: skip
