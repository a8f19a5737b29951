"""Reading in a process of its own, bounded in time and memory, so that no file can hang or kill the caller."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import checker
from checker.errors import InputError
from checker.readers.document import Document
from checker.readers.wire import unpack

SECONDS = 60.0
"""For the parser: a PDF of 200 full pages takes about ten on a slow machine."""
MEMORY = 2**30
"""Bytes of address space for the parser."""
MAX_FILE = 100 * 2**20
"""Bytes a file may have."""


def read(path: Path, *, seconds: float = SECONDS, memory: int = MEMORY) -> Document:
    """The document at ``path``. May be called from several threads at once.

    Raises InputError, with the file's name in ``where``, for a file that is missing, empty,
    too large, of another kind, protected, damaged, without text, or that exceeds ``seconds``
    (wall clock) or ``memory`` (bytes) while it is parsed. Scanned pages are read in a second step, bounded on its own.
    """
    path = Path(path)
    answer, code = confined("checker.readers.child", path, seconds=seconds, memory=memory)
    try:
        document = unpack(answer)
    except ValueError:
        raise stopped(path, code) from None
    if document.scanned:
        from checker.readers.ocr import read_scanned

        document = read_scanned(document, path)
    return replace(document, path=str(path))


def confined(
    module: str, path: Path, *further: str, seconds: float = SECONDS, memory: int = MEMORY
) -> tuple[bytes, int]:
    """What ``python -m MODULE PATH BYTES FURTHER...`` answers in a process of its own, and its exit code.

    Raises InputError where the file is missing, empty or too large, or where time runs out.
    """
    _check(path)
    command = [sys.executable, "-P", "-m", module, str(path.absolute()), str(memory), *further]
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter, no shell
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            timeout=seconds, env=environment(), check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise InputError(
            f"reading it took longer than {seconds:g} seconds",
            where=path.name,
            remedy="split the file or simplify it",
            text="error-read-late",
            seconds=round(seconds),
        ) from None
    return done.stdout, done.returncode


def environment() -> dict[str, str]:
    """That of this process, with which another one finds this copy of the package wherever it starts."""
    root = str(Path(checker.__file__).resolve().parents[1])
    inherited = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([root, inherited] if inherited else [root])}


def stopped(path: Path, code: int) -> InputError:
    """The error where the process died without an answer."""
    return InputError(
        f"the parser stopped on it (exit {code}); the file is damaged or needs too much memory",
        where=path.name,
        remedy="open and save the document anew, or split it",
        text="error-parser-stopped",
    )


def _check(path: Path) -> None:
    try:
        status = path.stat()
    except (OSError, ValueError):
        raise InputError(
            "there is no such file", where=path.name, remedy="check the path", text="error-file-missing"
        ) from None
    if not stat.S_ISREG(status.st_mode):
        raise InputError(
            "this is not a file", where=path.name, remedy="give the path of a document", text="error-not-a-file"
        )
    if status.st_size == 0:
        raise InputError("the file is empty", where=path.name, remedy="send it again", text="error-file-empty")
    if status.st_size > MAX_FILE:
        raise InputError(
            f"the file is larger than {MAX_FILE >> 20} MB",
            where=path.name,
            remedy="split it",
            text="error-file-large",
            mb=MAX_FILE >> 20,
        )
