"""What the lock names of all that guidecheck needs at run time, without what it is developed with, for an installation
that checks hashes: ``python -m dependencies.locked``."""

from __future__ import annotations

import re
import sys
from collections.abc import Container

from dependencies.installed import ROOT, needed, plain

_ENTRY = re.compile(r"^([\w.-]+)==.*\n(?:[ \t]+.*\n)*", re.MULTILINE)


def entries(lock: str, names: Container[str]) -> str:
    """Those of these names, as they stand."""
    return "".join(found[0] for found in _ENTRY.finditer(lock) if plain(found[1]) in names)


if __name__ == "__main__":
    sys.stdout.write(entries((ROOT / "requirements.lock").read_text("utf-8"), needed()))
