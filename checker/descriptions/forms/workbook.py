"""Writes the form as a workbook (XLSX): a sheet to start with, a sheet of questions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

from checker.descriptions.forms.answers import OPEN, FilledForm
from checker.descriptions.forms.layout import ANSWER, FORMAT, ID, META, NAME_ROW, QUESTION, WHERE, WORDING
from checker.descriptions.forms.questions import APPLIES, Section
from checker.knowledge import Knowledge
from checker.knowledge.model import Kind

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_Styles = dict[str, "Format"]
_INK, _SOFT, _HEAD, _THEME, _ROW = "#1F2933", "#52606D", "#1F5673", "#DCEAF2", "#F3F6F8"
_LONGEST_CELL = 32_767
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What a workbook cannot hold."""
_WIDTHS = {ID: 18, QUESTION: 58, ANSWER: 11, WORDING: 52, WHERE: 18}


def workbook(
    kind: Kind, parts: Sequence[Section], knowledge: Knowledge, language: str, filled: FilledForm | None = None
) -> bytes:
    """The bytes of the form for one kind of draft, with the answers where it is filled already."""
    import xlsxwriter

    texts = knowledge.interface_texts(language)
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    try:
        styles = {
            name: book.add_format({"valign": "top", "text_wrap": True, **style}) for name, style in _STYLES.items()
        }
        book.set_properties({"title": f"{texts['form-title']}: {kind.label.in_(language)}"})
        start = book.add_worksheet(texts["form-sheet-start"])
        asked = book.add_worksheet(texts["form-sheet-questions"])
        meta = book.add_worksheet(META)
        for row, value in enumerate((FORMAT, kind.id, language, knowledge.digest)):
            meta.write_string(row, 0, value)
        meta.hide()
        last = _questions(asked, parts, knowledge, texts, language, styles, filled)
        count = sum(len(p.questions) for p in parts)
        _start(start, asked.get_name(), last, count, kind, texts, language, styles, filled)
    finally:
        book.close()
    return stream.getvalue()


_STYLES: dict[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 18, "font_color": _HEAD, "text_wrap": False},
    "kind": {"font_size": 12, "font_color": _INK, "text_wrap": False},
    "text": {"font_color": _INK},
    "label": {"bold": True, "font_color": _INK},
    "field": {"border": 1, "border_color": "#9AA5B1", "locked": False},
    "head": {"bold": True, "font_color": "white", "bg_color": _HEAD, "border": 1, "border_color": _HEAD},
    "theme": {"bold": True, "font_size": 13, "bg_color": _THEME, "font_color": _HEAD},
    "requirement": {"bold": True, "bg_color": _ROW, "font_color": _INK},
    "statement": {"bg_color": _ROW, "font_color": _INK},
    "id": {"font_color": _SOFT, "font_size": 8},
    "question": {"font_color": _INK, "indent": 1, "bottom": 1, "bottom_color": "#E4E7EB"},
    "yes": {"bg_color": "#E3F4E8", "font_color": "#14532D"},
    "no": {"bg_color": "#FDF0DC", "font_color": "#7A4100"},
}


def _start(
    sheet: Worksheet,
    questions: str,
    last: int,
    asked: int,
    kind: Kind,
    texts: Mapping[str, str],
    language: str,
    styles: _Styles,
    filled: FilledForm | None,
) -> None:
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 80)
    sheet.set_row(0, 28)
    sheet.write_string(0, 0, texts["form-title"], styles["title"])
    sheet.write_string(1, 0, kind.label.in_(language), styles["kind"])
    sheet.write_string(NAME_ROW, 0, texts["form-name"], styles["label"])
    _field(sheet, NAME_ROW, 1, filled.name if filled else "", styles)
    sheet.write_string(NAME_ROW + 2, 0, texts["form-answered"], styles["label"])
    cells = f"'{questions}'!$C$2:$C${last + 1}"
    counted = f'=SUMPRODUCT(--(LEN({cells})>0))&" / {asked}"'
    answered = sum(1 for a in filled.answers.values() if a.said) if filled else 0
    sheet.write_formula(NAME_ROW + 2, 1, counted, styles["text"], f"{answered} / {asked}")
    for number, name in enumerate(("form-how-1", "form-how-2", "form-how-3", "form-how-4", "form-how-5")):
        sheet.write_string(NAME_ROW + 4 + number, 0, f"{number + 1}.", styles["label"])
        sheet.write_string(NAME_ROW + 4 + number, 1, texts[name], styles["text"])
        sheet.set_row(NAME_ROW + 4 + number, 15 * -(-len(texts[name]) // 80))
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})
    sheet.set_selection(NAME_ROW, 1, NAME_ROW, 1)


def _questions(
    sheet: Worksheet,
    parts: Sequence[Section],
    knowledge: Knowledge,
    texts: Mapping[str, str],
    language: str,
    styles: _Styles,
    filled: FilledForm | None,
) -> int:
    """Fills the sheet of questions and gives the number of its last row, from 0."""
    for column, width in _WIDTHS.items():
        sheet.set_column(column, column, width)
    heads = {
        ID: "column-id",
        QUESTION: "form-question",
        ANSWER: "form-answer",
        WORDING: "form-wording",
        WHERE: "form-where",
    }
    for column, name in heads.items():
        sheet.write_string(0, column, texts[name], styles["head"])
    sheet.freeze_panes(1, 0)
    row = 0
    for theme, of_theme in groupby(parts, key=lambda s: s.requirement.theme):
        row += 1
        known = knowledge.themes.get(theme)
        for column in range(WHERE + 1):
            sheet.write_string(row, column, "", styles["theme"])
        sheet.write_string(row, QUESTION, known.label.in_(language) if known else theme, styles["theme"])
        for section in of_theme:
            row = _section(sheet, row + 1, section, texts, language, styles, filled)
    answers = {"validate": "list", "source": [texts["form-yes"], texts["form-no"]], "ignore_blank": True}
    answers |= {"error_title": texts["form-answer"][:32], "error_message": texts["form-answer-wrong"][:255]}
    sheet.data_validation(1, ANSWER, row, ANSWER, answers)
    for word, style in (("form-yes", "yes"), ("form-no", "no")):
        rule = {"type": "cell", "criteria": "==", "value": f'"{texts[word]}"', "format": styles[style]}
        sheet.conditional_format(1, ANSWER, row, ANSWER, rule)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&C&P / &N")
    sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})
    return row


def _field(sheet: Worksheet, row: int, column: int, text: str, styles: _Styles) -> None:
    """A cell to write in: never a formula, whatever is written."""
    if text:
        sheet.write_string(row, column, _UNWRITABLE.sub("", text)[:_LONGEST_CELL], styles["field"])
    else:
        sheet.write_blank(row, column, None, styles["field"])


def _section(
    sheet: Worksheet,
    row: int,
    section: Section,
    texts: Mapping[str, str],
    language: str,
    styles: _Styles,
    filled: FilledForm | None,
) -> int:
    asked = section.requirement
    strength = texts[f"strength-{asked.strength}"]
    sheet.write_string(row, ID, asked.id, styles["requirement"])
    sheet.write_string(row, QUESTION, f"{asked.title.in_(language)} ({strength})", styles["requirement"])
    sheet.write_string(row, ANSWER, "", styles["statement"])
    sheet.write_string(row, WORDING, asked.statement.in_(language), styles["statement"])
    sheet.write_string(row, WHERE, "", styles["statement"])
    sheet.set_row(row, 15 * max(1, -(-len(asked.statement.in_(language)) // 58)))
    for question in section.questions:
        row += 1
        text = question.text
        if question.id.endswith(APPLIES):
            text = texts["form-applies"].format(condition=text)
        if question.optional:
            text += f" ({texts['claim-optional']})"
        if question.wording:
            text += " " + texts["form-wording-needed"]
        sheet.write_string(row, ID, question.id, styles["id"])
        sheet.write_string(row, QUESTION, text, styles["question"])
        answer = filled.answer(question.id) if filled else OPEN
        said = texts[f"form-{answer.said}"] if answer.said else ""
        for column, value in ((ANSWER, said), (WORDING, answer.wording), (WHERE, answer.where)):
            _field(sheet, row, column, value, styles)
        sheet.set_row(row, 15 * max(1, -(-len(text) // 60)))
    return row
