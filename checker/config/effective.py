"""Which value each setting has: the environment before the file, the file before the default."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping

from checker.config.files import settings_in
from checker.config.keys import SETTINGS, Key, Setting, Value
from checker.config.values import checked
from checker.errors import CallError
from checker.toml import LocatedToml

_YES, _NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


def effective(file: LocatedToml | None) -> tuple[Setting, ...]:
    """Every setting, in their order. Raises InputError where the file or a variable is wrong."""
    said = settings_in(file) if file else {}
    return tuple(_from_environment(key, os.environ) or said.get(key.name) or _default(key) for key in SETTINGS)


def _default(key: Key) -> Setting:
    return Setting(key, key.default, "default")


def _from_environment(key: Key, environment: Mapping[str, str]) -> Setting | None:
    """Lists are words as a shell takes them; an empty variable says nothing."""
    said = environment.get(key.variable, "").strip()
    return Setting(key, checked(key, _read(key, said), key.variable), key.variable) if said else None


def _read(key: Key, said: str) -> Value:
    if key.type == "flag":
        if said.lower() not in (*_YES, *_NO):
            raise CallError(f"'{said}' is neither yes nor no", where=key.variable, remedy="write 1 or 0")
        return said.lower() in _YES
    if key.type == "text":
        return said
    try:
        return tuple(shlex.split(said))
    except ValueError as error:
        raise CallError(f"cannot be read as a list ({error})", where=key.variable, remedy="close the quotes") from error
