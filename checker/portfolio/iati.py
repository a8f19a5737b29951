"""An IATI file, of any size, to the activities in it that are taken, as drafts of a portfolio."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import msgspec

from checker.activities import ActivityFile, TakenActivity
from checker.activities.choosing import Chooser
from checker.descriptions.iati.activity import described
from checker.descriptions.iati.element import parse
from checker.errors import InputError
from checker.knowledge import Knowledge
from checker.portfolio.drafted import Cut, Drafted, in_ntriples
from checker.portfolio.failure import Failure
from checker.portfolio.task import Item
from checker.portfolio.told import Activities, Reading, Told


def read_activities(item: Item, knowledge: Knowledge, reading: Reading, told: Told) -> Iterator[Drafted]:
    """Each activity with what its elements state, why it was taken, and its XML where its narratives are to be read.

    Raises InputError where there is no activity. What is broken is told, and what stands before it is given.
    """
    path = Path(item.path)
    going = ActivityFile(path, knowledge, everything=reading.everything, chooser=_chooser(knowledge))
    departures, first = 0, ""
    for taken in going:
        activity = taken.activity
        if taken.issues:
            departures, first = departures + len(taken.issues), first or _said(taken)
        draft, lines = activity.description.draft, activity.lines()
        yield Drafted(
            draft, item.source, item.sha256, in_ntriples(activity.statements),
            {draft: lines.get(draft, activity.line)}, msgspec.json.encode(taken.reason).decode(),
            Cut(taken.piece, taken.reason, activity.again) if reading.narratives else None,
        )  # fmt: skip
    if not going.read and not going.faults:
        raise InputError(
            "holds no activity", where=path.name, remedy="check that the export is whole", text="error-iati-empty"
        )
    told.failures += [Failure.of(fault, item.source) for fault in going.faults]
    if going.first_elsewhere:
        first = first or f"line {going.first_elsewhere[0].line}: {going.first_elsewhere[0].what}"
    told.activities.append(Activities(item.source, going.read, going.taken, departures + going.issues_elsewhere, first))


def taken_again(drafted: Drafted, cut: Cut, knowledge: Knowledge) -> TakenActivity:
    """The activity that a draft was made of."""
    element = replace(parse(cut.piece, drafted.source), again=cut.again)
    return TakenActivity(described(element, knowledge.iati), cut.reason, (), cut.piece)


def _said(taken: TakenActivity) -> str:
    return f"line {taken.issues[0].line}: {taken.issues[0].what}"


@lru_cache(maxsize=1)
def _chooser(knowledge: Knowledge) -> Chooser:
    return Chooser(knowledge)
