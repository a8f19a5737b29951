"""What to know of a run besides its issues: what does nothing, what passes in silence, what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from checker.descriptions.doubts import in_words
from checker.report import InputReport, Note, Report
from checker.reports.counts import natural
from checker.reports.display import one_line
from checker.reports.paths import plain_path
from checker.reports.texts import Wording

_FEW = 6


@dataclass(frozen=True, slots=True)
class Remark:
    """A note and how grave it is."""

    level: Literal["warning", "note"]
    of: Note

    @property
    def said(self) -> str:
        return one_line(self.of.said)


def remarks(report: Report, say: Wording) -> tuple[Remark, ...]:
    """Of the whole run first, warnings before notes; each once."""
    found = (*of_run(report, say), *(one for draft in report.inputs for one in _of_draft(draft, say)))
    return tuple(sorted(dict.fromkeys(found), key=lambda one: one.level == "note"))


def note_line(note: Note) -> str:
    """On one line, with the file before it."""
    where = f"{plain_path(note.path)}:{note.line}" if note.line else plain_path(note.path) if note.path else ""
    return one_line(f"{where}: {note.said}" if where else note.said)


def unasked(report: Report) -> tuple[str, ...]:
    """Ids of the requirements whose shapes matched nothing in any draft of an RDF file."""
    of_drafts = [set(draft.unmatched_shapes) for draft in report.inputs if draft.node]
    shapes = set.intersection(*of_drafts) if of_drafts else set()
    return tuple(sorted((shape.rpartition("/")[2] for shape in shapes), key=natural))


def of_run(report: Report, say: Wording) -> Iterator[Remark]:
    """Without those on drafts."""
    yield from (Remark("warning", note) for note in report.notes)
    if ids := unasked(report):
        which = ", ".join([*ids[:_FEW], *(["…"] if len(ids) > _FEW else [])])
        yield Remark("note", Note(say("run-unasked", n=len(ids), which=which)))


def _of_draft(draft: InputReport, say: Wording) -> Iterator[Remark]:
    yield from (Remark("warning", Note(said, draft.path)) for said in draft.warnings)
    for doubt in draft.doubts:
        yield Remark("warning", Note(in_words(replace(doubt, line=0), say.texts), draft.path, doubt.line))
    doubts = {in_words(doubt, say.texts) for doubt in draft.doubts}
    terms = tuple(doubt.term for doubt in draft.doubts if doubt.term)
    for said in draft.notes:
        if said not in doubts and not any(term in said for term in terms):
            yield Remark("note", Note(said, draft.path))
