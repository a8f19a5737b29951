"""Which files hold descriptions, and who reads them; all other files are checked one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from checker.knowledge import Knowledge
from checker.portfolio.drafted import Drafted
from checker.portfolio.rdf import read_drafts
from checker.selection import is_rdf

ReadDrafts = Callable[[Path, str, str, Knowledge, Path | None], Iterator[Drafted]]
"""From a file, what it is called in results and the hash of its content to its drafts, in a fixed order; the last
argument is where much can be put by meanwhile. Raises InputError."""


def reader_of(path: Path) -> ReadDrafts | None:
    """None where a file is no data but a draft itself."""
    return read_drafts if is_rdf(path) else None
