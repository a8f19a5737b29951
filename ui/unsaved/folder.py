"""A file for each thing begun, in a folder of the person who began it."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Literal

from checker.places import unsaved_folder

Kind = Literal["profile", "form", "comparison"]
_ID = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Unsaved:
    """``changed`` is a time in ISO 8601, UTC."""

    id: str
    changed: str
    data: bytes


def new_id() -> str:
    return secrets.token_hex(8)


def write(person: str, kind: Kind, id: str, data: bytes) -> None:
    """Whole or not at all. Raises OSError where the folder cannot be written."""
    file = _file(person, kind, id)
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with NamedTemporaryFile(dir=file.parent, suffix=".part", delete=False) as stream:
        stream.write(data)
    Path(stream.name).replace(file)


def read(person: str, kind: Kind, id: str) -> bytes | None:
    """None where there is no such thing of this person."""
    if not _ID.fullmatch(id):
        return None
    try:
        return _file(person, kind, id).read_bytes()
    except OSError:
        return None


def drop(person: str, kind: Kind, id: str) -> None:
    if _ID.fullmatch(id):
        _file(person, kind, id).unlink(missing_ok=True)


def listed(person: str, kind: Kind) -> tuple[Unsaved, ...]:
    """What the person began, the last changed first."""
    found = []
    for file in _folder(person, kind).glob("*.json"):
        try:
            changed, data = file.stat().st_mtime, file.read_bytes()
        except OSError:
            continue
        if _ID.fullmatch(file.stem):
            found.append(Unsaved(file.stem, datetime.fromtimestamp(changed, UTC).isoformat(), data))
    return tuple(sorted(found, key=lambda one: one.changed, reverse=True))


def _file(person: str, kind: Kind, id: str) -> Path:
    return _folder(person, kind) / f"{id}.json"


def _folder(person: str, kind: Kind) -> Path:
    return unsaved_folder() / sha256(person.encode()).hexdigest()[:16] / kind
