"""Writing into a file that somebody uploaded, in a process of its own, bounded in time and memory."""

from __future__ import annotations

import pickle
import subprocess
import sys
from dataclasses import replace
from importlib import import_module

from checker.errors import InputError
from checker.readers.bounded import environment
from checker.sent_back.child import DONE, REFUSED
from checker.sent_back.material import Material

SECONDS = 60.0
MEMORY = 2 * 2**30
"""Bytes of address space: a PDF of 100 MB is held several times over while it is written."""


def bounded_write(module: str, material: Material, *, seconds: float = SECONDS, memory: int = MEMORY) -> bytes:
    """What ``write`` of the module gives; ``write_beside``, which leaves the original alone, where that fails.

    Raises the InputError that ``write`` raises.
    """
    lean = replace(material, report=replace(material.report, inputs=()))
    command = [sys.executable, "-P", "-m", "checker.sent_back.child", module, str(memory)]
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter, no shell
            command, input=pickle.dumps(lean), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=seconds,
            env=environment(), check=False,
        )  # fmt: skip
        answer = done.stdout
    except subprocess.TimeoutExpired:
        answer = b""
    if answer.startswith(DONE):
        return answer[len(DONE) :]
    if answer.startswith(REFUSED):
        what, where, remedy = answer[len(REFUSED) :].decode("utf-8", "surrogatepass").split("\0")
        raise InputError(what, where=where, remedy=remedy)
    content: bytes = import_module(module).write_beside(material)
    return content
