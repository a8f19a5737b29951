"""Whether a value is one that its setting can have."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from checker.config.keys import Key, Value
from checker.errors import InputError
from checker.report import STRENGTHS
from checker.toml.reading import nearest

_TYPES = {"text": "a text in quotes", "list": "a list of texts", "flag": "true or false"}


def checked(key: Key, said: object, where: str) -> Value:
    """The value. Raises InputError, with the nearest known name, where it is none of this setting."""
    value: str | tuple[str, ...] | None = None
    if key.type == "flag" and isinstance(said, bool):
        return said
    if key.type == "text" and isinstance(said, str):
        value = said
    elif key.type == "list" and isinstance(said, list | tuple) and all(isinstance(one, str) for one in said):
        value = tuple(said)
    if value is None:
        raise InputError(f"{key.name} takes {_TYPES[key.type]}", where=where, remedy="write it so")
    for one in (value,) if isinstance(value, str) else value:
        if not one or "\0" in one:
            raise InputError(f"{key.name} has an empty value", where=where, remedy="take it out, or fill it")
        _known(key, one, where)
    return value


def _known(key: Key, value: str, where: str) -> None:
    known = _names(key, value)
    if key.of == "condition":
        value, _, answer = value.partition("=")
        if answer not in ("yes", "no"):
            raise InputError(
                f"'{value}' says nothing of a condition", where=where, remedy='write "DIM-24=yes", or "=no"'
            )
    if key.of == "format":
        value = value.partition(":")[0]
    if known is None or value in (names := list(known)):
        return
    raise InputError(
        f"unknown {key.name} '{value}'",
        where=where,
        remedy=nearest(value, names) or f"known are {', '.join(names[:20])}",
    )


def _names(key: Key, value: str) -> Iterable[str] | None:
    """What the setting may name; None where it may be anything."""
    if key.of == "strength":
        return (*STRENGTHS, "never")
    if key.of == "shown":
        return ("must", "should", "all")
    if key.of == "engine":
        from checker.engine import ENGINES

        return ENGINES
    if key.of == "format":
        from checker.reports import FORMATS

        return FORMATS
    if not key.of:
        return None
    from checker.knowledge import load

    if key.of == "condition":
        return load().requirements
    if key.of == "kind":
        return load().kinds
    if key.of == "language":
        return load().languages
    return None if _is_file(value) else (*load().profiles, *_own_profiles())


def _is_file(profile: str) -> bool:
    return "/" in profile or "\\" in profile or bool(Path(profile).suffix)


def _own_profiles() -> Iterable[str]:
    from checker.places import own_profiles_folder

    return sorted(file.stem for file in own_profiles_folder().glob("*.ttl"))
