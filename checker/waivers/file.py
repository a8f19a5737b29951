"""The file of waivers."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from checker.errors import InputError
from checker.globs import rooted
from checker.toml import LocatedToml, read_toml
from checker.toml.reading import nearest

NAME = ".guidecheck-waivers.toml"
_FIELDS = ("requirement", "target", "reason", "who", "until")
_TABLE = "waiver"


@dataclass(frozen=True, slots=True)
class Waiver:
    """``requirements`` are ids. ``target`` is a path from the folder of the file, or the IRI of a draft; both may be
    patterns. It holds up to and on the day ``until``."""

    requirements: frozenset[str]
    target: str
    reason: str
    who: str
    until: date
    line: int
    """On which it stands in the file."""
    said: str
    """The requirement as it is written."""


@dataclass(frozen=True, slots=True)
class Waivers:
    """``folder`` is the one that targets count from."""

    folder: Path
    all: tuple[Waiver, ...]


def read_waivers(path: Path, known: Collection[str]) -> Waivers:
    """``known`` are the ids of requirements. Raises InputError, with the line, at the first thing wrong."""
    file = read_toml(path)
    file.known(file.values, (_TABLE,), what="table")
    tables = file.values.get(_TABLE, [])
    if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
        raise InputError("waivers are tables", where=file.where(_TABLE), remedy="write [[waiver]] above each")
    waivers = tuple(_waiver(file, number, table, known) for number, table in enumerate(tables))
    return Waivers(rooted(path).parent, waivers)


def _waiver(file: LocatedToml, number: int, table: Mapping[str, Any], known: Collection[str]) -> Waiver:
    at = (_TABLE, number)
    file.known(table, _FIELDS, *at, what="field")
    if missing := [field for field in _FIELDS if field not in table]:
        raise InputError(f"the waiver says no {missing[0]}", where=file.where(*at), remedy=f"add {missing[0]} = ...")
    for field in _FIELDS[:-1]:
        if not isinstance(table[field], str) or not table[field].strip():
            raise InputError(f"{field} takes a text in quotes", where=file.where(*at, field), remedy="fill it in")
    named = table["requirement"].strip()
    fitting = frozenset(r for r in known if fnmatchcase(r, named))
    if not fitting:
        raise InputError(
            f"unknown requirement '{named}'",
            where=file.where(*at, "requirement"),
            remedy=nearest(named, known) or "see guidecheck requirements",
        )
    target = table["target"].strip().removeprefix("./")
    if target.startswith("/") or ".." in target.split("/"):
        raise InputError(
            f"the target '{target}' does not lie under the folder of this file",
            where=file.where(*at, "target"),
            remedy="write it from there on, or give the IRI of a draft",
        )
    until = _day(table["until"], file.where(*at, "until"))
    reason, who = (" ".join(table[field].split()) for field in ("reason", "who"))
    return Waiver(fitting, target, reason, who, until, file.lines.get(at, 0), named)


def _day(said: object, where: str) -> date:
    if isinstance(said, datetime):
        return said.date()
    if isinstance(said, date):
        return said
    if isinstance(said, str):
        try:
            return date.fromisoformat(said.strip())
        except ValueError:
            pass
    raise InputError("until takes a day", where=where, remedy="write it as 2027-01-31")
