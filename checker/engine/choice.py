"""Which engine runs for which input: decided here and nowhere else, by what benchmarks/engine_choice.py measures."""

from __future__ import annotations

_MOST_TRIPLES = 3_000
"""A little below where the two meet with twelve requirements, so that a draft of 2,000 statements goes to ``sets``."""
_MOST_WORK = 12_000_000_000
"""Characters of shapes times triples of data: where they meet with the whole catalogue, at some twelve descriptions."""


def fitting(shapes: int, data: int) -> str:
    """The engine for shapes of so many characters of N-Triples and data of so many triples.

    ``sets`` has a fixed cost and next to none for more data; ``compiled`` the other way round.
    """
    return "sets" if data > _MOST_TRIPLES or shapes * data > _MOST_WORK else "compiled"
