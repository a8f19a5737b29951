"""Reads a filled form back."""

from __future__ import annotations

import hashlib
from pathlib import Path

from checker.descriptions.forms.answers import Answer, FilledForm, Said
from checker.descriptions.forms.layout import ANSWER, COLUMNS, FORMAT, ID, META, NAME_ROW, QUESTION, WHERE, WORDING
from checker.errors import InputError
from checker.folding import fold
from checker.knowledge import Knowledge
from checker.readers.sheets import read_sheets

_ANOTHER = "make one with guidecheck new KIND --output form.xlsx"


def read_form(path: Path, knowledge: Knowledge) -> FilledForm:
    """Raises InputError, with sheet and cell, where the file is no form or an answer is neither yes nor no."""
    sheets = read_sheets(path)
    meta = [row[0] if row else "" for row in sheets.pop(META, [])]
    if meta[:1] != [FORMAT] or len(meta) < 4 or len(sheets) < 2:
        raise InputError("this workbook is no guidecheck form", where=path.name, remedy=_ANOTHER, text="error-no-form")
    kind, language = meta[1:3]
    if kind not in knowledge.kinds or language not in knowledge.languages:
        raise InputError(
            f"the form is for '{kind}' in '{language}', which is unknown",
            where=path.name,
            remedy=_ANOTHER,
            text="error-no-form",
        )
    start, (asked, rows) = next(iter(sheets.values())), list(sheets.items())[1]
    words = _words(knowledge)
    answers = {}
    for number, row in enumerate(rows[1:], start=2):
        cells = [*row, *[""] * (WHERE + 1 - len(row))]
        question, said = cells[ID], fold(cells[ANSWER].strip())
        if not question:
            if said:
                raise _wrong(
                    path,
                    asked,
                    ID,
                    number,
                    "the id of the question is gone",
                    "take it from a new form",
                    "error-form-id",
                )
            continue
        if said not in words:
            what = f"'{cells[ANSWER][:40]}' is neither yes nor no"
            remedy = "choose one from the list, or leave it empty"
            raise _wrong(path, asked, ANSWER, number, what, remedy, "error-form-answer", said=cells[ANSWER][:40])
        if said or cells[WORDING] or cells[WHERE]:
            answers[question] = Answer(words[said], cells[WORDING], cells[WHERE])
    return FilledForm(
        path=str(path),
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        name=start[NAME_ROW][1] if len(start) > NAME_ROW and len(start[NAME_ROW]) > 1 else "",
        kind=kind,
        language=language,
        answers=answers,
    )


def rows_of(path: Path) -> dict[str, int]:
    """The row of each question, counted from 1 as a person counts them. Raises InputError as ``read_form`` does."""
    return {
        row[ID]: number for number, row in enumerate(_questions_of(path), start=1) if number > 1 and row and row[ID]
    }


def row_texts(path: Path) -> tuple[str, ...]:
    """The rows of the questions as lines, without their ids."""
    return tuple(" | ".join(cell for cell in row[QUESTION:] if cell) for row in _questions_of(path))


def _questions_of(path: Path) -> list[list[str]]:
    sheets = read_sheets(path)
    sheets.pop(META, None)
    return list(sheets.values())[1]


def _words(knowledge: Knowledge) -> dict[str, Said]:
    """Yes and no in every language of the interface, as folded text."""
    found: dict[str, Said] = {"": ""}
    for language in knowledge.languages:
        texts = knowledge.interface_texts(language)
        found[fold(texts["form-yes"].strip())] = "yes"
        found[fold(texts["form-no"].strip())] = "no"
    return found


def _wrong(
    path: Path, sheet: str, column: int, row: int, what: str, remedy: str, text: str, **fields: str
) -> InputError:
    where = f"{path.name}, {sheet}, cell {COLUMNS[column]}{row}"
    return InputError(what, where=where, remedy=remedy, text=text, **fields)
