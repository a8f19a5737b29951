"""Where things lie in the folder of a portfolio."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

DESCRIPTIONS, VERDICTS, WORK, SUMMARY = "descriptions", "verdicts", ".work", "portfolio.json"

_MODE = 0o644
"""Results may be read by others, as other files are."""


def descriptions_of(folder: Path, key: str) -> Path:
    """A part is done where this file is there: it is written last."""
    return folder / DESCRIPTIONS / f"{key}.parquet"


def verdicts_of(folder: Path, key: str) -> Path:
    return folder / VERDICTS / f"{key}.parquet"


def in_work(folder: Path, name: str) -> Path:
    """What a run needs until it is through."""
    return folder / WORK / name


def write_bytes(file: Path, data: bytes) -> None:
    """Whole or not at all. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = None
    try:
        with NamedTemporaryFile(dir=file.parent, prefix=".", suffix=".part", delete=False) as stream:
            beside = Path(stream.name)
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(_MODE)
        beside.replace(file)
    except BaseException:
        if beside:
            beside.unlink(missing_ok=True)
        raise
