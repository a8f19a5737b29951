"""Asks here: in a process of its own, bounded in time and memory, which reaches nothing."""

from __future__ import annotations

import subprocess
import sys

import msgspec

from checker.errors import CallError, GuidecheckError, ToolError
from checker.query.form import SERVICE, check_form
from checker.query.places import Asked, Said
from checker.readers.bounded import environment

SECONDS = 60.0
MEMORY = 4 * 2**30
"""Bytes of address space, of which an engine reserves more than it fills."""


def ask(asked: Asked, seconds: float = SECONDS) -> Said:
    """Raises CallError where the query is none, changes data, leads elsewhere, or takes too long."""
    check_form(asked.query, asked.where, elsewhere=frozenset() if asked.outside else SERVICE)
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "checker.query.child"], input=msgspec.json.encode(asked), timeout=seconds,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment(), check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        remedy = "ask for less, or give it more with --seconds"
        raise CallError(f"it took longer than {seconds:g} seconds", where=asked.where, remedy=remedy) from None
    try:
        said = msgspec.msgpack.decode(done.stdout, type=Said)
    except msgspec.MsgspecError:
        what = f"it needs more than {asked.memory >> 20} MB of memory, or the engine failed (exit {done.returncode})"
        raise CallError(what, where=asked.where, remedy="ask for less, or raise --memory") from None
    if said.error:
        what, where, remedy = said.error
        kind: type[GuidecheckError] = ToolError if said.failed else CallError
        raise kind(what, where=where or asked.where, remedy=remedy)
    return said
