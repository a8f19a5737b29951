"""An error in the words of the page."""

from __future__ import annotations

from checker.errors import GuidecheckError
from checker.reports.texts import Wording


def in_words(error: GuidecheckError, t: Wording) -> str:
    """Where, what is wrong and what to do, on one line. An error without a text of its own says its line."""
    if not error.text:
        return error.line
    said = t(error.text, **error.fields)
    return f"{error.where}: {said}" if error.where else said[:1].upper() + said[1:]
