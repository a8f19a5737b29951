"""How much the server takes on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Of jobs, ``running`` at once, ``waiting`` for their turn and ``kept`` once they have ended, with reports that are
    packed into so many bytes at most."""

    megabytes: float = 50
    running: int = 2
    waiting: int = 8
    kept: int = 1000
    kept_bytes: int = 32 * 2**20
    seconds: float = 300
    """For a check."""
    upload_seconds: float = 60
    kept_seconds: float = 3600
    """After a job has ended."""

    @property
    def bytes(self) -> int:
        return int(self.megabytes * 2**20)


LONGEST_WAIT = 60
"""Seconds that an answer may be held back for a check to end."""
