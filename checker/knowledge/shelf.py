"""Parsed knowledge, kept between runs."""

from __future__ import annotations

from pathlib import Path

from checker.kept import Kept


class Shelf(Kept):
    """Parts of the knowledge, under the checksum of its files and of the code of this room."""

    def __init__(self, digest: str) -> None:
        super().__init__("knowledge", digest, Path(__file__).parent)
