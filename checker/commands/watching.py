"""Files looked at again and again, and what one run found that the one before did not."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from checker.errors import GuidecheckError
from checker.report import Report
from checker.reports.issues import Issue, issues

Stamps = Mapping[Path, tuple[int, int]]
"""When each file was changed, and its size; a file that is not there has none."""
_PAUSE = 0.4
"""Seconds from one look to the next; a change is taken once two looks see the same."""
_NOTHING: Stamps = {}


@dataclass(frozen=True, slots=True)
class Changed:
    """What is otherwise than in the run before; ``open`` is how many issues there are now."""

    new: tuple[Issue, ...]
    gone: tuple[Issue, ...]
    open: int


def stamps(files: Iterable[Path]) -> Stamps:
    found = {}
    for file in files:
        try:
            said = file.stat()
        except OSError:
            continue
        found[file] = said.st_mtime_ns, said.st_size
    return found


def changes(files: Callable[[], Iterable[Path]], seen: Stamps) -> Iterator[tuple[Path, ...]]:
    """Which files are new, gone or changed, each time that some are and writing has stopped; never ends.

    ``files`` tells which there are, and may raise where it can tell none.
    """
    before = seen
    while True:
        time.sleep(_PAUSE)
        now = _now(files)
        if now != seen and now == before:
            yield tuple(sorted(f for f in {*now, *seen} if now.get(f) != seen.get(f)))
            seen = now
        before = now


def _now(files: Callable[[], Iterable[Path]]) -> Stamps:
    try:
        return stamps(files())
    except GuidecheckError:
        return _NOTHING


def compared(before: Mapping[str, Issue], after: Mapping[str, Issue]) -> Changed:
    """Two runs, by what issues are known by."""
    return Changed(
        tuple(issue for known, issue in after.items() if known not in before),
        tuple(issue for known, issue in before.items() if known not in after),
        len(after),
    )


def open_issues(report: Report, before: Mapping[str, Issue], unread: Collection[str]) -> Mapping[str, Issue]:
    """The issues that count, by what they are known by; of files that could not be read, those of the run before."""
    kept = {known: issue for known, issue in before.items() if issue.draft.path in unread}
    return kept | {issue.fingerprint: issue for issue in issues(report) if issue.row.counts}
