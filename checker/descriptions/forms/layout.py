"""Where things stand in the workbook: what the writer writes and the reader reads."""

from __future__ import annotations

FORMAT = "guidecheck-form-1"
META = "guidecheck"
"""The hidden sheet that says what the form is: FORMAT, kind, language, knowledge, each in a cell below the other."""
NAME_ROW = 3
"""Row (from 0) of the draft's name on the first sheet, in the second column."""
ID, QUESTION, ANSWER, WORDING, WHERE = range(5)
"""Columns of the second sheet."""
COLUMNS = "ABCDE"
