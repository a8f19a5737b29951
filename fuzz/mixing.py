"""Mutations that know what a text is made of, for readers that stop at the first byte that is wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

_TOKEN = re.compile(rb'"{3}|"(?:[^"\\\r\n]|\\.)*"|<[^<>\s]*>|[\w:@.%+-]+|\s+|.', re.DOTALL)
_LINE = re.compile(rb"[^\n]*\n|[^\n]+")
_TIMES = (2, 2, 2, 3, 3, 20, 300, 5000)
_MOST_CHANGES, _LONGEST, _LOOKED_AT = 4, 6, 2000


def mixed(data: bytes, most: int, random: Random, pool: Sequence[bytes]) -> bytes:
    """Tokens or lines of a text taken out, moved, repeated, or replaced by a few that stand together in a text of the
    pool; at most so many bytes."""
    for _ in range(random.randint(1, _MOST_CHANGES)):
        unit = random.choice((_TOKEN, _TOKEN, _LINE))
        parts = unit.findall(data)
        at = random.randint(0, len(parts))
        end = min(len(parts), at + random.choice((0, 0, 1, 1, 2, random.randint(0, _LONGEST))))
        parts[at:end] = _instead(parts[at:end], parts, unit, most, random, pool)
        data = b"".join(parts)[:most]
    return data


def _instead(
    taken: list[bytes], parts: list[bytes], unit: re.Pattern[bytes], most: int, random: Random, pool: Sequence[bytes]
) -> list[bytes]:
    chance = random.random()
    if chance < 0.15:
        return []
    if chance < 0.25:
        return taken * min(random.choice(_TIMES), most // (len(b"".join(taken)) or most))
    if chance < 0.35:
        return random.sample(taken, len(taken))
    if chance < 0.5:
        return _some(parts, random)
    text = random.choice(pool)
    start = text.rfind(b"\n", 0, random.randint(0, len(text))) + 1
    return _some(unit.findall(text[start : start + _LOOKED_AT]), random)


def _some(parts: list[bytes], random: Random) -> list[bytes]:
    at = random.randint(0, max(len(parts) - 1, 0))
    return parts[at : at + random.randint(1, _LONGEST)]
