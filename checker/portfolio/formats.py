"""Which files hold descriptions, and who reads them; all other files are checked one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from checker.activities import is_iati
from checker.errors import InputError
from checker.knowledge import Knowledge
from checker.portfolio.drafted import Drafted
from checker.portfolio.iati import read_activities
from checker.portfolio.rdf import read_drafts
from checker.selection import is_rdf

ReadDrafts = Callable[[Path, str, str, Knowledge, Path | None], Iterator[Drafted]]
"""From a file, what it is called in results and the hash of its content to its drafts, in a fixed order; the last
argument is where much can be put by meanwhile. Raises InputError."""


def reader_of(path: Path) -> ReadDrafts | None:
    """None where a file is no data but a draft itself."""
    if not is_rdf(path):
        return None
    return read_activities if _is_iati(path) else read_drafts


def _is_iati(path: Path) -> bool:
    """False also of what is no XML although its name says so: who reads it says what is wrong."""
    try:
        return is_iati(path)
    except InputError:
        return False
