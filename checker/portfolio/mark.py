"""What results depend on besides the inputs."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256

from checker import __version__
from checker.knowledge import Knowledge
from checker.portfolio.told import Reading
from checker.profiles import profile_of
from checker.selection import requirements_for

_LAYOUT = "2"
"""Changes where the same input would give other rows or other parts."""


@lru_cache(maxsize=4)
def mark_of(profile: str, knowledge: Knowledge, reading: Reading) -> str:
    """A hash of program, knowledge, profile and how inputs are read."""
    found = profile_of(profile, knowledge)
    asked = [f"{r.id} {r.strength} {r.weight}" for r in requirements_for(knowledge, found, tuple(knowledge.kinds))]
    return sha256(
        "\n".join([_LAYOUT, __version__, knowledge.digest, found.id, repr(reading), *asked]).encode()
    ).hexdigest()
