"""The process that writes one file: ``python -m checker.sent_back.child MODULE BYTES``, a pickled Material as input."""

from __future__ import annotations

import os
import pickle
import sys
from importlib import import_module

from checker.errors import GuidecheckError
from checker.readers.child import confine

DONE, REFUSED = b"done:", b"refused:"


def main() -> None:
    """Any failure but an error in words ends without an answer."""
    answer = os.dup(1)
    os.dup2(2, 1)  # what a library prints must not mix with the answer
    material = pickle.load(sys.stdin.buffer)  # noqa: S301 - from our own parent
    module = import_module(sys.argv[1])
    confine(int(sys.argv[2]))
    try:
        result = DONE + module.write(material)
    except GuidecheckError as error:
        said = "\0".join((error.what, error.where, error.remedy))
        result = REFUSED + said.encode("utf-8", "surrogatepass")
    with os.fdopen(answer, "wb") as stream:
        stream.write(result)
    os._exit(0)  # native parsers may fail while they clean up


if __name__ == "__main__":
    main()
