"""What reading an input tells besides its drafts, and how inputs are to be read."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.portfolio.failure import Failure


@dataclass(frozen=True, slots=True)
class Reading:
    """How inputs are read. ``language`` is that of texts that name none, found out where it is None; ``everything``
    takes all activities of IATI files, and ``narratives`` says whether their texts are read."""

    language: str | None = None
    everything: bool = False
    narratives: bool = True


AS_USUAL = Reading()


@dataclass(frozen=True, slots=True)
class Activities:
    """How many activities a file of IATI has, how many were taken, and where they depart from the schema; ``first`` is
    the first of these places, in words."""

    path: str
    read: int
    taken: int
    departures: int = 0
    first: str = ""


@dataclass(slots=True)
class Told:
    """Grows while an input is read."""

    failures: list[Failure] = field(default_factory=list)
    activities: list[Activities] = field(default_factory=list)
