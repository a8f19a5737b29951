"""The process that checks: ``python -m checker.check_child``, the request on standard input, a line of JSON for each
step and one for the outcome on standard output. It ends, with all that it started, when its standard input does."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread

import msgspec

from checker.check import Options, Step, check
from checker.checks.pointing import Places, places_of
from checker.descriptions.forms.reading import row_texts
from checker.errors import GuidecheckError, ToolError
from checker.knowledge import load
from checker.packed_errors import PackedError, packed
from checker.readers import Document
from checker.readers.unplugged import bound, unplug
from checker.report import Report
from checker.selection import is_form


class Request(msgspec.Struct):
    """``lines`` asks for the lines to look at, too."""

    files: list[str]
    profile: str
    kind: str | None = None
    language: str | None = None
    lines: bool = False


class At(msgspec.Struct, tag="at"):
    """Where a check is."""

    file: str
    done: int
    of: int
    searched: int = 0
    requirements: int = 0
    pointing: bool = False


class Done(msgspec.Struct, tag="done"):
    """``report`` is None where the call itself was wrong. ``places`` has an entry for each input of the report, or
    none where nobody asked; ``rows`` are the rows of forms, by path."""

    report: Report | None
    documents: list[Document]
    errors: list[PackedError]
    places: list[Places] = []
    rows: dict[str, tuple[str, ...]] = {}


MEMORY = 4 * 2**30
"""Bytes of address space: ten times what a long draft needs."""
LARGEST = 2**30
"""Bytes of a file that it writes, such as one of the kept knowledge."""


def main() -> None:
    unplug(programs=True)  # those that parse are programs of their own, and so is Tesseract
    bound(MEMORY, files=LARGEST)
    request = msgspec.json.decode(sys.stdin.buffer.readline(), type=Request)
    Thread(target=_end_with_input, daemon=True).start()
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not mix with the answer

    def tell(line: At | Done) -> None:
        answer.write(msgspec.json.encode(line) + b"\n")
        answer.flush()

    tell(_outcome(request, tell))


def _end_with_input() -> None:
    """Whoever asked is gone, whichever way it went."""
    while os.read(0, 1):
        pass
    if sys.platform != "win32" and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _outcome(request: Request, tell: Callable[[At | Done], None]) -> Done:
    documents: list[Document] = []

    def progress(step: Step) -> None:
        tell(At(str(step.file), step.done, step.of, step.searched, step.requirements))

    options = Options(profile=request.profile, kind=request.kind, language=request.language)
    files = [Path(file) for file in request.files]
    try:
        outcome = check(files, load(), options, progress, keep=documents.append)
        done = Done(outcome.report, documents, [packed(error) for error in outcome.errors])
        if request.lines:
            _point(done, files, tell)
    except GuidecheckError as error:
        return Done(None, [], [packed(error)])
    except Exception as error:  # a person is told in a sentence, whatever it was
        name = f"{type(error).__name__}: {error}"
        return Done(None, [], [packed(ToolError(f"the tool failed ({name})", text="error-failed", why=name))])
    return done


def _point(done: Done, files: list[Path], tell: Callable[[At | Done], None]) -> None:
    """Adds the lines to look at, file by file."""
    inputs = done.report.inputs if done.report else ()
    if inputs:
        tell(At(inputs[0].path, 0, len(files), pointing=True))
    for n, (file, places) in enumerate(places_of(inputs, load()), start=1):
        done.places.extend(places)
        if is_form(file):
            done.rows[str(file)] = row_texts(file)
        tell(At(str(file), n, len(files), pointing=True))


if __name__ == "__main__":
    main()
