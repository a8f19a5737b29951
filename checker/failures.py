"""An error of a run as reports take it: with the file as the call named it, line and column."""

from __future__ import annotations

import re
from pathlib import Path

from checker.errors import GuidecheckError
from checker.report import Failed

_LINE = re.compile(r":(\d+)")


def failed_of(error: GuidecheckError, file: Path) -> Failed:
    """Errors speak of a file by its name alone; of two files with one name it could be either."""
    where, line, column = error.where, 0, 0
    if where == file.name or where.startswith((f"{file.name}:", f"{file}:")):
        rest = where.removeprefix(str(file)).removeprefix(file.name)
        found = _LINE.fullmatch(rest)
        where, line = (str(file), int(found[1])) if found else (f"{file}{rest}", 0)
    cause = error.__cause__
    if isinstance(cause, SyntaxError) and cause.lineno == line:
        column = cause.offset or 0
    return Failed(where or str(file), error.what, error.remedy, line, column)


def line_of(failed: Failed) -> str:
    """As the terminal is told of it."""
    where = f"{failed.path}:{failed.line}" if failed.line else failed.path
    return GuidecheckError(failed.what, where=where, remedy=failed.remedy).line
