"""Where an input lies while it is read."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

Target = Callable[[bytes], object]
FOLDER = tempfile.mkdtemp(prefix="guidecheck-fuzz-")


def written(data: bytes, name: str) -> Path:
    file = Path(FOLDER, name)
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    return file
