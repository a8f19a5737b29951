"""Regular expressions of XPath for the two engines at hand: RE2 in DuckDB, and Python's where RE2 cannot."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD, _DIGIT, _SPACE = r"\p{L}\p{M}\p{N}\p{Pc}", r"\p{Nd}", r"\s\x{0B}\x{85}\p{Z}"
_CLASSES = {"w": _WORD, "d": _DIGIT, "s": _SPACE}
_OPTIONS = {"i": "i", "s": "s", "m": "m"}


def in_duckdb(pattern: str, flags: str) -> str | None:
    """The expression for RE2 with its classes widened to all of Unicode, or None where RE2 has no such form."""
    if set(flags) - set("ism"):
        return None
    out, inside, place = [], False, 0
    while place < len(pattern):
        sign = pattern[place]
        if sign == "\\":
            if place + 1 == len(pattern):
                return None
            escaped = pattern[place + 1]
            place += 2
            if escaped in _CLASSES:
                out.append(_CLASSES[escaped] if inside else f"(?-i:[{_CLASSES[escaped]}])")
            elif escaped.lower() in _CLASSES and not inside:
                out.append(f"(?-i:[^{_CLASSES[escaped.lower()]}])")
            elif escaped.isascii() and escaped.isalnum() and escaped not in "nrtpP":
                return None
            else:
                out.append("\\" + escaped)
            continue
        if sign == "[":
            if inside:
                return None
            inside = True
        elif sign == "]":
            inside = False
        elif sign == "(" and pattern.startswith("(?", place) and not pattern.startswith("(?:", place):
            return None
        out.append(sign)
        place += 1
    on = "".join(_OPTIONS[f] for f in sorted(set(flags)))
    off = "".join(o for o in "sm" if o not in on)
    return f"(?{on}{'-' + off if off else ''}:{''.join(out)})"


_MARKED = "\\u0300-\\u036f"
"""Accents that stand after their letter; Python counts them to no class, and the standard to the letters."""
_ESCAPE = re.compile(r"\\(.)|(\[)|(\])", re.DOTALL)


def _with_marks(pattern: str) -> str:
    """Letters with their accents, written as one sign or as two, for Python."""
    inside = False

    def widened(found: re.Match[str]) -> str:
        nonlocal inside
        if found[1] is None:
            inside = found[2] is not None
        if found[1] == "w":
            return f"\\w{_MARKED}" if inside else f"[\\w{_MARKED}]"
        return f"[^\\w{_MARKED}]" if found[1] == "W" and not inside else found[0]

    return _ESCAPE.sub(widened, pattern)


_TOKEN = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{\d*,\d*\}|[()|*+]|.", re.DOTALL)


def can_explode(pattern: str) -> bool:
    """Whether Python may need time that doubles with each letter: what is repeated repeats itself, or has a choice."""
    open_, closed = [False], False
    for sign in _TOKEN.findall(pattern):
        most = sign[1:-1].rpartition(",")[2] if len(sign) > 1 and sign[0] == "{" else "0"
        endless = sign in ("*", "+") or not most or int(most) > 9
        if endless and closed:
            return True
        if sign == "(":
            open_.append(False)
        elif endless or sign == "|":
            open_[-1] = True
        closed = sign == ")" and len(open_) > 1 and open_.pop()
        open_[-1] = open_[-1] or closed
    return False


@lru_cache(maxsize=512)
def in_python(pattern: str, flags: str) -> re.Pattern[str]:
    """Raises re.error for what is no expression."""
    options = re.NOFLAG
    for flag, option in (("i", re.IGNORECASE), ("s", re.DOTALL), ("m", re.MULTILINE), ("x", re.VERBOSE)):
        if flag in flags:
            options |= option
    return re.compile(re.escape(pattern) if "q" in flags else _with_marks(pattern), options)
