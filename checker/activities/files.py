"""A file of activities, gone through once: those that are taken, and how many were not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from checker.activities.choosing import Chooser, Reason
from checker.descriptions.iati.activity import Activity, described
from checker.descriptions.iati.element import parse
from checker.descriptions.iati.schema import Issue, schema_issues
from checker.descriptions.iati.stream import ROOT, read_pieces
from checker.errors import InputError
from checker.knowledge import Knowledge

_HEAD = 1 << 16
_MOST_ISSUES = 100


@dataclass(frozen=True, slots=True)
class TakenActivity:
    """An activity as a description, why it was taken, and where it departs from the schema."""

    activity: Activity
    reason: Reason
    issues: tuple[Issue, ...]


@dataclass(slots=True)
class ActivityFile:
    """Going through it yields the activities that are taken; the counts grow meanwhile.

    ``everything`` takes all of them. Only one activity is in memory at a time. Raises InputError, with the line, at
    the place where the XML is broken: what stands before it has been given by then.
    """

    path: Path
    knowledge: Knowledge
    everything: bool = False
    chooser: Chooser | None = None
    """One for many files saves making it anew."""
    read: int = 0
    taken: int = 0
    issues_elsewhere: int = 0
    """Departures from the schema in activities that were not taken, and the first of them."""
    first_elsewhere: list[Issue] = field(default_factory=list)

    @property
    def not_taken(self) -> int:
        return self.read - self.taken

    def __iter__(self) -> Iterator[TakenActivity]:
        chooser = self.chooser or Chooser(self.knowledge)
        iati = self.knowledge.iati
        for piece in read_pieces(self.path):
            self.read += 1
            element = parse(piece, self.path.name)
            issues = schema_issues(element)[:_MOST_ISSUES]
            reason = Reason("asked", piece.line) if self.everything else chooser.reason(element)
            if reason is None:
                self.issues_elsewhere += len(issues)
                self.first_elsewhere += issues[: 3 - len(self.first_elsewhere)]
                continue
            self.taken += 1
            yield TakenActivity(described(element, iati), reason, issues)


def is_iati(path: Path) -> bool:
    """True of an XML file of IATI, by its root element; of one that is broken before it, False."""
    return path.suffix.lower() == ".xml" and root_of(path).startswith("iati-")


def root_of(path: Path) -> str:
    """The name of the root element, as far as the head of a file shows it; otherwise empty."""
    found: list[str] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, attributes: found.append(tag)
    try:
        with path.open("rb") as stream:
            parser.Parse(stream.read(_HEAD))
    except expat.ExpatError:
        pass
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror or error})", where=path.name) from error
    return found[0] if found else ""


__all__ = ["ROOT", "ActivityFile", "TakenActivity", "is_iati", "root_of"]
