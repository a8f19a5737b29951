"""Files one after the other, each with what checks it: documents are read ahead, RDF may be checked in a fork."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from checker.checks.half_read import HalfReadError
from checker.checks.options import Plan
from checker.packed_errors import PackedError, packed, unpacked
from checker.report import InputReport
from checker.selection import is_form, is_rdf

if TYPE_CHECKING:
    from concurrent.futures import Future

    from checker.readers import Document

_READERS = 2
"""Documents that are read at once."""
Reports = tuple[InputReport, ...]
"""Of the drafts in one file."""


def in_turn(
    files: Sequence[Path],
    plan: Plan,
    keep: Callable[[Document], None],
    before: Mapping[Path, Reports],
    *,
    apart: bool,
) -> Iterator[tuple[Path, Callable[[], Reports]]]:
    """Each file with what gives its reports, once called: those of ``before``, or what a check finds.

    ``keep`` is given the documents read; ``apart`` checks data in a fork.
    """
    data = [file for file in files if file not in before and is_rdf(file)]
    documents = [file for file in files if file not in before and not is_rdf(file) and not is_form(file)]
    checked: AbstractContextManager[Callable[[Path], Reports]]
    checked = _apart(data, plan) if apart and data else nullcontext(partial(_data, plan=plan))
    with checked as check_data, _read_ahead(documents) as reading:
        for file in files:
            if file in before:
                yield file, partial(before.__getitem__, file)
            elif is_rdf(file):
                yield file, partial(check_data, file)
            elif is_form(file):
                yield file, partial(_form, file, plan)
            else:
                yield file, partial(_document, file, reading, keep, plan)


@contextmanager
def _read_ahead(files: Sequence[Path]) -> Iterator[dict[Path, Future[Document]]]:
    if not files:
        yield {}
        return
    from concurrent.futures import ThreadPoolExecutor

    from checker.readers import read

    with ThreadPoolExecutor(_READERS) as pool:
        yield {f: pool.submit(read, f) for f in files}


# What checks a file is imported when the first of its sort comes: RDF alone starts in a third of the time.


@contextmanager
def _apart(files: Sequence[Path], plan: Plan) -> Iterator[Callable[[Path], Reports]]:
    """What is to be called for each of the files in turn. The fork that checks them is made before there are threads,
    with what it needs, which others may need too."""
    import checker.checks.description  # noqa: F401
    from checker.readers.forked import Line, Work

    def work(file: Path) -> Work:
        return Work(file.name, lambda alive: _told(file, replace(plan, watch=alive)))

    with Line([work(file) for file in files], plan.watch) as line:
        yield lambda _: _heard(line.next())


class _Found(msgspec.Struct):
    """``errors`` are there where only some of a file could be read."""

    reports: Reports
    errors: tuple[PackedError, ...] = ()


def _told(file: Path, plan: Plan) -> bytes:
    try:
        found = _Found(_data(file, plan))
    except HalfReadError as error:
        found = _Found(error.reports, tuple(map(packed, error.errors)))
    return msgspec.msgpack.encode(found)


def _heard(said: bytes) -> Reports:
    found = msgspec.msgpack.decode(said, type=_Found)
    if found.errors:
        raise HalfReadError(found.reports, tuple(map(unpacked, found.errors)))
    return found.reports


def _data(file: Path, plan: Plan) -> Reports:
    if file.suffix.lower() == ".xml":
        from checker.activities import is_iati

        if is_iati(file):
            from checker.checks.activities import check_activities

            return check_activities(file, plan)
    from checker.checks.description import check_description

    return check_description(file, plan)


def _form(file: Path, plan: Plan) -> Reports:
    from checker.checks.form import check_form

    return check_form(file, plan)


def _document(
    file: Path, reading: dict[Path, Future[Document]], keep: Callable[[Document], None], plan: Plan
) -> Reports:
    from checker.checks.document import check_document

    document = reading.pop(file).result()
    keep(document)
    return check_document(document, plan)
