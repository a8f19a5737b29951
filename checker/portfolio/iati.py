"""An IATI file, of any size, to its activities about return and reintegration, as drafts of a portfolio."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from checker.activities import ActivityFile
from checker.activities.choosing import Chooser
from checker.errors import InputError
from checker.knowledge import Knowledge
from checker.portfolio.drafted import Drafted, in_ntriples


def read_activities(
    path: Path, source: str, sha256: str, knowledge: Knowledge, beside: Path | None
) -> Iterator[Drafted]:
    """What the elements of each activity state. Its narratives are not read: that takes a second each, and is what
    ``guidecheck check`` does. Raises InputError where there is none."""
    going = ActivityFile(path, knowledge, chooser=_chooser(knowledge))
    for taken in going:
        activity = taken.activity
        draft, lines = activity.description.draft, activity.lines()
        yield Drafted(draft, source, sha256, in_ntriples(activity.statements), {draft: lines.get(draft, activity.line)})
    if not going.read:
        raise InputError(
            "holds no activity", where=path.name, remedy="check that the export is whole", text="error-iati-empty"
        )
    if not going.taken:
        raise InputError(
            f"none of its {going.read} activities is about return and reintegration",
            where=path.name,
            remedy="check the file by itself with --all-activities",
            text="error-iati-none",
            n=going.read,
        )


@lru_cache(maxsize=1)
def _chooser(knowledge: Knowledge) -> Chooser:
    return Chooser(knowledge)
