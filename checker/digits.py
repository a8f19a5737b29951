"""Numbers as people read them."""

from __future__ import annotations


def grouped(n: int) -> str:
    """The digits in groups of three, with narrow spaces at which no line breaks."""
    return f"{n:_}".replace("_", "\u202f")
