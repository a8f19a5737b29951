"""The Tesseract program, where it is installed: a picture of a page in, its table of words out."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import suppress
from functools import lru_cache

from checker.readers.ocr.render import DOTS_PER_INCH

WANTED = ("spa", "fra", "eng")
"""In this order, as the first of them keep the accents of the others."""
SECONDS = 60.0
"""For one page."""
MEMORY = 2**30
"""Bytes of address space for one page."""


def languages() -> tuple[str, ...]:
    """Those of ``WANTED`` that Tesseract can read here; none where it is not installed."""
    program = shutil.which("tesseract")
    return _languages(program) if program else ()


@lru_cache(maxsize=4)
def _languages(program: str) -> tuple[str, ...]:
    try:
        listed = subprocess.run(  # noqa: S603 - the installed program, no shell
            [program, "--list-langs"], stdin=subprocess.DEVNULL, capture_output=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    known = listed.stdout.decode(errors="replace").split()
    return tuple(language for language in WANTED if language in known)


def words_of(picture: bytes, languages: tuple[str, ...], seconds: float = SECONDS) -> str | None:
    """Tesseract's table (TSV) for a picture; None where it fails or takes more than its time or memory."""
    command = [shutil.which("tesseract") or "tesseract", "stdin", "stdout", "-l", "+".join(languages)]
    process = subprocess.Popen(  # noqa: S603 - the installed program, no shell, no file names from outside
        [*command, "--dpi", str(DOTS_PER_INCH), "tsv"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )  # fmt: skip
    with process:
        _bound(process.pid)
        try:
            table, _ = process.communicate(picture, timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            return None
    return table.decode("utf-8", errors="replace") if process.returncode == 0 else None


def _bound(pid: int) -> None:
    """Sets the bound from outside, as code between fork and exec is not safe beside threads. Linux only."""
    try:
        from resource import RLIMIT_AS, prlimit
    except ImportError:  # elsewhere only time is bounded
        return
    with suppress(ProcessLookupError):  # it is done already
        prlimit(pid, RLIMIT_AS, (MEMORY, MEMORY))
