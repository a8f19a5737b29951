"""JSON that people can read, too."""

from __future__ import annotations

import json

import msgspec


def pretty(value: object) -> str:
    """One blank a level. In the log of a runner, two number signs and a bracket begin a command: they come escaped.

    Names of files that are not UTF-8 hold lone surrogates, of which msgspec, twenty times as fast, makes nothing.
    Written as \\udcxx they stay valid JSON.
    """
    try:
        text = msgspec.json.format(msgspec.json.encode(value), indent=1).decode()
    except UnicodeEncodeError:
        text = json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False)
        text = text.encode("utf-8", "backslashreplace").decode("utf-8")
    return text.replace("##[", "##\\u005b") + "\n"
