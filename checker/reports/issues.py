"""The issues of a report as machines take them: how grave, where, in one line, and by what they are known again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import Literal

from checker.report import InputReport, Place, Report, RequirementOutcome, Strength
from checker.reports.counts import ISSUES, by_duty
from checker.reports.display import one_line, place, shorten
from checker.reports.lacking import lacking
from checker.reports.paths import shown_path
from checker.reports.texts import Wording

Level = Literal["error", "warning", "note"]
_LEVELS: dict[Strength, Level] = {"must": "error", "should": "warning", "may": "note"}
_LESS: dict[Level, Level] = {"error": "warning", "warning": "note", "note": "note"}


def level(row: RequirementOutcome) -> Level:
    """From the strength of a requirement; one step less where it is partly met."""
    found = _LEVELS[row.strength]
    return _LESS[found] if row.verdict == "partly-met" else found


@dataclass(frozen=True)
class Issue:
    """A requirement that a draft does not meet, or not in full."""

    draft: InputReport
    row: RequirementOutcome

    @property
    def level(self) -> Level:
        """A note where it is waived or known: it is shown, and counts for nothing."""
        return level(self.row) if self.row.counts else "note"

    @property
    def place(self) -> Place | None:
        """The first place to look at in an RDF file."""
        return self.row.places[0] if self.row.places else None

    @property
    def line(self) -> int:
        """Of that place, or of the best passage in a file that is read by lines; 0 where none is known."""
        if self.place:
            return self.place.line
        return (self.row.evidence[0].line or 0) if self.row.evidence else 0

    @cached_property
    def fingerprint(self) -> str:
        """The same as long as the same draft lacks the same, on whatever line; 32 hexadecimal digits."""
        failing = sorted(claim.id for claim in self.row.claims if not claim.holds)
        known = "\x1f".join((shown_path(self.draft.path), self.draft.lasting_node, self.row.id, *failing))
        return sha256(known.encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def head(self, say: Wording) -> str:
        """Id, strength and verdict, and why it does not count where it does not."""
        asked = f"{one_line(self.row.id)} {say(f'strength-{self.row.strength}')}"
        found = say("said-of", what=asked, said=say(f"verdict-{self.row.verdict}"))
        return f"{found} ({mark})" if (mark := exempt(self.row, say)) else found

    def body(self, say: Wording) -> str:
        """What is asked, what is missing, and where a document speaks of it; one line."""
        row = self.row
        parts = [f"{one_line(row.title)}."]
        if row.needs_review:
            parts.append(f"{say('needs-review')}.")
        if lacks := lacking(row):
            parts.append(f"{say('sent-missing')} {' '.join(lacks)}")
        if where := passage(self, say):
            parts.append(f"({where})")
        return " ".join(parts)


def exempt(row: RequirementOutcome, say: Wording) -> str:
    """Why an issue does not count; empty where it does."""
    if row.waived_by:
        return say("run-waived-mark", who=shorten(row.waived_by.who, 60), until=row.waived_by.until)
    return say("run-known-mark") if row.known else ""


def passage(issue: Issue, say: Wording) -> str:
    """Page and headings of the best passage of a document."""
    if not issue.row.evidence or issue.place:
        return ""
    best = issue.row.evidence[0]
    return ", ".join(filter(None, (say("page-n", n=best.page) if best.page else "", shorten(place(best), 120))))


def issues(report: Report) -> Iterator[Issue]:
    """Draft by draft, what must be there first."""
    for draft in report.inputs:
        for row in sorted(draft.requirements, key=by_duty):
            if row.verdict in ISSUES:
                yield Issue(draft, row)
