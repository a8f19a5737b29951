"""The settings as TOML, each with where it comes from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

from checker.config.keys import Setting, Value
from checker.globs import as_written

_UNSEEN = re.compile("[\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


def as_toml(settings: Iterable[Setting]) -> str:
    """A line each; those that are not set are comments. Patterns are those to write in the current folder."""
    lines = [
        (f"{s.key.name} = {_value(_as_written(s))}" if s.value != "" else f"# {s.key.name} is not set", s.source)
        for s in settings
    ]
    width = min(60, max(len(line) for line, _ in lines))
    return "\n".join(f"{line:<{width}}  # {source}" for line, source in lines)


def _as_written(setting: Setting) -> Value:
    if setting.key.name != "exclude" or not isinstance(setting.value, tuple):
        return setting.value
    return tuple(as_written(Path.cwd(), pattern) for pattern in setting.value)


def _value(value: Value) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))
