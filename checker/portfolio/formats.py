"""Which files hold descriptions, and who reads them; all other files are checked one by one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from checker.activities import is_iati
from checker.errors import InputError
from checker.knowledge import Knowledge
from checker.portfolio.drafted import Drafted
from checker.portfolio.iati import read_activities
from checker.portfolio.rdf import read_drafts
from checker.portfolio.task import Item
from checker.portfolio.told import Reading, Told
from checker.selection import is_rdf

Sort = Literal["rdf", "activities", "document"]


def sort_of(path: Path) -> Sort:
    if not is_rdf(path):
        return "document"
    return "activities" if _is_iati(path) else "rdf"


def drafts_of(item: Item, knowledge: Knowledge, reading: Reading, beside: Path | None, told: Told) -> Iterator[Drafted]:
    """The drafts in a file, in a fixed order. ``beside`` is where much can be put by meanwhile. Raises InputError."""
    path = Path(item.path)
    if sort_of(path) == "activities":
        return read_activities(item, knowledge, reading, told)
    return read_drafts(path, item.source, item.sha256, knowledge, beside)


def _is_iati(path: Path) -> bool:
    """False also of what is no XML although its name says so: who reads it says what is wrong."""
    try:
        return is_iati(path)
    except InputError:
        return False
