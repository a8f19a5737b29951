"""Regular expressions of XPath for the two engines at hand: RE2 in DuckDB, and Python's where RE2 cannot."""

from __future__ import annotations

import re
import warnings
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


_TOKEN = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!>]|<[=!]))?|(?:\{\d*(?:,\d*)?\}|[*+?])[?+]?|[()|]|.", re.DOTALL
)
_REPEATED = re.compile(r"([*+?]|\{\d*(?:,(\d*))?\})")
_MANY, _LARGE, _MOST_OPTIONAL, _ENDLESSLY = 9, 19, 40, 10**9
_ENDLESS, _FEW, _LONG, _OPTIONAL = 6, 3, 400, 20
"""How many endless repetitions are many, and how many are in texts of so many characters; and of optional things."""


def can_explode(pattern: str) -> bool:
    """Whether Python may need time that doubles with each letter: what is repeated repeats itself, has a choice or may
    be missing, or very many things may be missing."""
    groups, optional, choice, missing = [(False, False)], 0, False, False
    for sign in _TOKEN.findall(pattern):
        most = _most(sign)
        if (most > _MANY and choice) or (most > _LARGE and missing):
            return True
        optional += 0 < most <= _MANY
        groups[-1] = groups[-1][0] or most > _MANY or sign == "|", groups[-1][1] or most > 0
        choice = missing = False
        if sign[0] == "(":
            groups.append((False, False))
        elif sign == ")" and len(groups) > 1:
            choice, missing = groups.pop()
            groups[-1] = groups[-1][0] or choice, groups[-1][1] or missing
    return optional > _MOST_OPTIONAL


def is_slow(pattern: str, longest: int) -> bool:
    """Whether Python may need so much time for a text of such a length that an engine that never goes back is worth
    its preparation."""
    most = [found for sign in _TOKEN.findall(pattern) if (found := _most(sign))]
    endless = sum(one > _MANY for one in most)
    return (
        endless >= (_FEW if longest > _LONG else _ENDLESS) or len(most) - endless >= _OPTIONAL or can_explode(pattern)
    )


def _most(sign: str) -> int:
    """How often what stands before a sign may be repeated; 0 where the sign says no such thing, or a small number."""
    found = _REPEATED.match(sign)
    if found is None:
        return 0
    if found[1] == "?":
        return 1
    most = found[2] if found[2] is not None else found[1].strip("{}*+")
    if not most or len(most) > len(str(_ENDLESSLY)):
        return _ENDLESSLY
    return int(most) if found[2] is not None or int(most) > _MANY else 0


@lru_cache(maxsize=512)
def in_python(pattern: str, flags: str) -> re.Pattern[str]:
    """Raises re.error for what is no expression."""
    options = re.NOFLAG
    for flag, option in (("i", re.IGNORECASE), ("s", re.DOTALL), ("m", re.MULTILINE), ("x", re.VERBOSE)):
        if flag in flags:
            options |= option
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        try:
            return re.compile(re.escape(pattern) if "q" in flags else _with_marks(pattern), options)
        except (OverflowError, RecursionError, ValueError):
            raise re.error("it counts too far or is nested too deeply") from None
