"""Numbers as lists show them."""

from __future__ import annotations

_LONGEST = 9
"""Digits of a number that a list or a level can have."""


def counted(text: str, default: int) -> int:
    """The number that a text is; ``default`` for all that is none, such as a small two, or is beyond all measure."""
    return int(text) if text.isdecimal() and len(text) <= _LONGEST else default


def spell(count: int, format: str) -> str:
    """``format`` as WordprocessingML names it: decimal, decimalZero, lowerLetter, upperLetter, lowerRoman or so."""
    if not 1 <= count <= 700:
        return str(count)
    if format in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters if format == "lowerLetter" else letters.upper()
    if format in ("lowerRoman", "upperRoman"):
        return _roman(count) if format == "upperRoman" else _roman(count).lower()
    return f"{count:02d}" if format == "decimalZero" else str(count)


def _roman(count: int) -> str:
    text = ""
    for worth, letters in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    ):
        text += letters * min(count // worth, 20)
        count %= worth
    return text
