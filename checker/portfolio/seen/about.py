"""What ``portfolio.json`` says of a folder of results."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.errors import InputError

FILE = "portfolio.json"
MOST = 64 * 2**20
"""Bytes the file may have."""
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be checked."""

    what: str
    where: str = ""
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """Empty where the file says nothing. ``generated`` is an ISO 8601 time."""

    guidecheck: str = ""
    knowledge: str = ""
    profile: str = ""
    generated: str = ""
    inputs: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    activities: tuple[int, int] | None = None
    """Of IATI files, how many activities were read, and how many of them taken; None where there were none."""


def read_about(folder: Path) -> About:
    """Raises InputError where it is missing or no such file."""
    file = folder / FILE
    try:
        with file.open("rb") as stream:
            data = stream.read(MOST + 1)
    except OSError as error:
        remedy = f"name a folder that 'guidecheck portfolio check' wrote; it holds {FILE}"
        raise InputError(f"this is no portfolio ({error.strerror})", where=str(file), remedy=remedy) from error
    try:
        found = json.loads(data) if len(data) <= MOST else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise InputError("it does not hold what it should", where=str(file), remedy="check the portfolio again")
    return About(
        guidecheck=_text(found.get("guidecheck")),
        knowledge=_text(found.get("knowledge")),
        profile=_text(found.get("profile")),
        generated=_text(found.get("generated") or found.get("when")),
        inputs=tuple(_text(name) for name in _list(found.get("inputs"))),
        failures=tuple(_failure(one) for one in _list(found.get("failures"))),
        activities=_activities(_list(found.get("activities"))),
    )


def _activities(files: list[Any]) -> tuple[int, int] | None:
    found = [(one.get("read"), one.get("taken")) for one in files if isinstance(one, dict)]
    counts = [(read, taken) for read, taken in found if isinstance(read, int) and isinstance(taken, int)]
    return (sum(read for read, _ in counts), sum(taken for _, taken in counts)) if counts else None


def _failure(found: Any) -> Failure:
    if not isinstance(found, dict):
        return Failure(_text(found))
    return Failure(*(_text(found.get(key)) for key in ("what", "where", "remedy")))


def _list(found: Any) -> list[Any]:
    return found if isinstance(found, list) else []


def _text(found: Any) -> str:
    if found is None:
        return ""
    text = found if isinstance(found, str) else str(found.get("path", "")) if isinstance(found, dict) else str(found)
    return text[:_LONGEST].encode("utf-8", "replace").decode("utf-8")
