"""Whether a literal is written as its datatype has it, and what it compares as."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation

from checker.engine.names import XSD

_INTEGERS: dict[str, tuple[int | None, int | None]] = {
    "integer": (None, None),
    "nonPositiveInteger": (None, 0),
    "negativeInteger": (None, -1),
    "nonNegativeInteger": (0, None),
    "positiveInteger": (1, None),
    "long": (-(2**63), 2**63 - 1),
    "int": (-(2**31), 2**31 - 1),
    "short": (-(2**15), 2**15 - 1),
    "byte": (-128, 127),
    "unsignedLong": (0, 2**64 - 1),
    "unsignedInt": (0, 2**32 - 1),
    "unsignedShort": (0, 2**16 - 1),
    "unsignedByte": (0, 255),
}
_ZONE = r"(?P<zone>Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))?"
_DATE = r"(?P<year>-?(?:[1-9]\d{3,999}|0\d{3}))-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])"
_TIME = r"(?P<hour>[01]\d|2[0-3]|24(?=:00:00(?:\.0+)?(?:Z|[+-]|$))):(?P<minute>[0-5]\d):(?P<second>[0-5]\d(?:\.\d+)?)"
_INTEGER = re.compile(r"[+-]?\d+")
_SHAPES = {
    name: re.compile(expression)
    for name, expression in {
        "decimal": r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)",
        "double": r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[+-]?INF|NaN",
        "float": r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[+-]?INF|NaN",
        "boolean": r"true|false|0|1",
        "date": _DATE + _ZONE,
        "dateTime": _DATE + "T" + _TIME + _ZONE,
        "dateTimeStamp": _DATE + "T" + _TIME + _ZONE[:-1],
        "time": _TIME + _ZONE,
        "gYear": r"-?(?:[1-9]\d{3,}|0\d{3})" + _ZONE,
        "gYearMonth": r"-?(?:[1-9]\d{3,}|0\d{3})-(?:0[1-9]|1[0-2])" + _ZONE,
        "gMonth": r"--(?:0[1-9]|1[0-2])" + _ZONE,
        "gDay": r"---(?:0[1-9]|[12]\d|3[01])" + _ZONE,
        "gMonthDay": r"--(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])" + _ZONE,
        "duration": r"-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?",
        "dayTimeDuration": r"-?P(?=.)(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?",
        "yearMonthDuration": r"-?P(?=.)(?:\d+Y)?(?:\d+M)?",
        "hexBinary": r"(?:[0-9a-fA-F]{2})*",
        "base64Binary": r"(?:[A-Za-z0-9+/] ?){0,}(?:= ?){0,2}",
        "language": r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*",
        "NMTOKEN": r"[\w.:-]+",
        "Name": r"[^\W\d][\w.:-]*|:[\w.:-]*",
        "NCName": r"[^\W\d][\w.-]*",
    }.items()
}
Key = tuple[str, Decimal | float | str | int]


def well_formed(datatype: str, text: str) -> bool:
    """Unknown datatypes take any text."""
    name = datatype.removeprefix(XSD)
    if name == datatype:
        return True
    if name in _INTEGERS:
        least, most = _INTEGERS[name]
        if not _INTEGER.fullmatch(text) or not text.isascii():
            return False
        number = Decimal(text)
        return (least is None or number >= least) and (most is None or number <= most)
    shape = _SHAPES.get(name)
    if shape is None:
        return True
    found = shape.fullmatch(text)
    if found is None:
        return False
    return name not in ("date", "dateTime", "dateTimeStamp") or _day(found) is not None


def comparable(datatype: str, text: str) -> Key | None:
    """The space in which a literal has an order and its place there, or None. NaN has none."""
    name = datatype.removeprefix(XSD)
    if name == "string":
        return ("text", text)
    if (name not in _READ and name not in _INTEGERS) or not well_formed(datatype, text):
        return None
    return _READ.get(name, _number)(text)


def _number(text: str) -> Key | None:
    try:
        return ("number", Decimal(text))
    except InvalidOperation:
        return None


def _float(text: str) -> Key | None:
    try:
        number = Decimal(text.replace("INF", "Infinity"))
    except InvalidOperation:  # an exponent beyond all measure
        number = Decimal(float(text))
    return None if number.is_nan() else ("number", number)


def _boolean(text: str) -> Key:
    return ("boolean", int(text in ("true", "1")))


def _moment(name: str) -> Callable[[str], Key | None]:
    def read(text: str) -> Key | None:
        found = _SHAPES[name].fullmatch(text)
        day = _day(found) if found else None
        if found is None or day is None:
            return None
        parts = found.groupdict()
        seconds = Decimal(parts.get("second") or 0) + 60 * int(parts.get("minute") or 0)
        seconds += 3600 * int(parts.get("hour") or 0) + 86400 * day
        zone = parts["zone"]
        kind = "date" if name == "date" else "moment"
        return (f"{kind} in a zone", seconds - _offset(zone)) if zone else (kind, seconds)

    return read


def _offset(zone: str) -> int:
    if zone == "Z":
        return 0
    seconds = 3600 * int(zone[1:3]) + 60 * int(zone[4:6])
    return -seconds if zone[0] == "-" else seconds


def _day(found: re.Match[str]) -> int | None:
    """Days since the year 0 of the calendar; years beyond four digits by their cycle of 400."""
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
    cycles, place = divmod(year - 1, 400)
    try:
        return cycles * 146097 + date(place + 1, month, day).toordinal()
    except ValueError:
        return None


_READ: dict[str, Callable[[str], Key | None]] = {
    "decimal": _number,
    "double": _float,
    "float": _float,
    "boolean": _boolean,
    "date": _moment("date"),
    "dateTime": _moment("dateTime"),
    "dateTimeStamp": _moment("dateTimeStamp"),
}
