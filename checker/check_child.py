"""The process that checks: ``python -m checker.check_child``, the request on standard input, a line of JSON for each
step and one for the outcome on standard output."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec

from checker.check import Options, Step, check
from checker.errors import GuidecheckError, ToolError
from checker.knowledge import load
from checker.readers import Document
from checker.report import Report


class Request(msgspec.Struct):
    files: list[str]
    profile: str
    kind: str | None = None
    language: str | None = None


class At(msgspec.Struct, tag="at"):
    """Where a check is."""

    file: str
    done: int
    of: int
    searched: int
    requirements: int


class Said(msgspec.Struct):
    """An error, by the name of its class."""

    kind: str
    what: str
    where: str
    remedy: str


class Done(msgspec.Struct, tag="done"):
    """``report`` is None where the call itself was wrong."""

    report: Report | None
    documents: list[Document]
    errors: list[Said]


def main() -> None:
    request = msgspec.json.decode(sys.stdin.buffer.readline(), type=Request)
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not mix with the answer

    def tell(line: At | Done) -> None:
        answer.write(msgspec.json.encode(line) + b"\n")
        answer.flush()

    tell(_outcome(request, tell))


def _outcome(request: Request, tell: Callable[[At | Done], None]) -> Done:
    documents: list[Document] = []

    def progress(step: Step) -> None:
        tell(At(str(step.file), step.done, step.of, step.searched, step.requirements))

    options = Options(profile=request.profile, kind=request.kind, language=request.language)
    files = [Path(file) for file in request.files]
    try:
        outcome = check(files, load(), options, progress, keep=documents.append)
    except GuidecheckError as error:
        return Done(None, [], [_said(error)])
    except Exception as error:  # a person is told in a sentence, whatever it was
        return Done(None, [], [_said(ToolError(f"the tool failed ({type(error).__name__}: {error})"))])
    return Done(outcome.report, documents, [_said(error) for error in outcome.errors])


def _said(error: GuidecheckError) -> Said:
    return Said(type(error).__name__, error.what, error.where, error.remedy)


if __name__ == "__main__":
    main()
