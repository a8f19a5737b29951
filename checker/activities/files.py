"""A file of activities, gone through once: those that are taken, and how many were not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from xml.parsers import expat

from checker.activities.choosing import Chooser, Reason
from checker.descriptions.iati.activity import Activity, described
from checker.descriptions.iati.element import parse
from checker.descriptions.iati.encodings import pieces
from checker.descriptions.iati.schema import Issue, schema_issues
from checker.descriptions.iati.stream import Piece, read_pieces
from checker.errors import InputError, unreadable
from checker.knowledge import Knowledge

_HEAD = 1 << 16
_MOST_ISSUES = 100
MOST_FAULTS = 20


@dataclass(frozen=True, slots=True)
class TakenActivity:
    """An activity as a description, why it was taken, and where it departs from the schema."""

    activity: Activity
    reason: Reason
    issues: tuple[Issue, ...]
    piece: Piece


@dataclass(slots=True)
class ActivityFile:
    """Going through it yields the activities that are taken; the counts grow meanwhile.

    ``everything`` takes all of them. Only one activity is in memory at a time. Raises nothing: where one activity
    cannot be read, and where the XML is broken or hostile and nothing behind it can be, ``faults`` says so.
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
    faults: list[InputError] = field(default_factory=list)
    """What could not be read, each with its line; the first ``MOST_FAULTS`` of single activities."""
    unread: int = 0
    """Activities that could not be read."""
    _met: dict[str, int] = field(default_factory=dict)
    """How many activities of an identifier were taken; of those without one, by line."""

    @property
    def not_taken(self) -> int:
        return self.read - self.taken - self.unread

    def __iter__(self) -> Iterator[TakenActivity]:
        chooser = self.chooser or Chooser(self.knowledge)
        try:
            for piece in read_pieces(self.path):
                self.read += 1
                if (taken := self._taken(piece, chooser)) is not None:
                    yield taken
        except InputError as error:
            self.faults.append(error)

    def _taken(self, piece: Piece, chooser: Chooser) -> TakenActivity | None:
        try:
            element = parse(piece, self.path.name)
        except InputError as error:
            self.unread += 1
            self.faults += [error] if len(self.faults) < MOST_FAULTS else []
            return None
        issues = schema_issues(element)[:_MOST_ISSUES]
        reason = Reason("asked", piece.line) if self.everything else chooser.reason(element)
        if reason is None:
            self.issues_elsewhere += len(issues)
            self.first_elsewhere += issues[: 3 - len(self.first_elsewhere)]
            return None
        self.taken += 1
        name = element.identifier or f"line-{piece.line}"
        again = self._met.get(name, 0)
        self._met[name] = again + 1
        if again:
            element = replace(element, again=again)
        return TakenActivity(described(element, self.knowledge.iati), reason, issues, piece)


def is_iati(path: Path) -> bool:
    """True of an XML file whose root element is IATI's, false of what may be RDF/XML and of other files.

    Raises InputError for XML that is neither, and for what is no XML at all although its name says so.
    """
    if path.suffix.lower() != ".xml":
        return False
    root = root_of(path)
    if root.startswith("iati-"):
        return True
    if root and " " not in root:
        raise InputError(
            f"its root element is <{root[:60]}>: it is neither IATI nor RDF/XML",
            where=path.name,
            remedy="give an IATI activity file, or RDF",
            text="error-xml-other",
            root=root[:60],
        )
    return False


def root_of(path: Path) -> str:
    """The name of the root element, behind its namespace and a space where it has one.

    A document type gives the name away before the element does. Empty where the head of the file shows neither.
    Raises InputError for what is no XML.
    """
    found: list[str] = []
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    parser.StartElementHandler = lambda tag, attributes: found.append(tag)
    parser.StartDoctypeDeclHandler = lambda tag, *rest: _stop(found, tag)
    read = 0
    try:
        with path.open("rb") as stream:
            for piece in pieces(stream, path.name):
                parser.Parse(piece)
                read += len(piece)
                if found or read >= _HEAD:
                    return found[0] if found else ""
            parser.Parse(b"", True)
    except _Stopped:
        pass
    except expat.ExpatError as error:
        if not found:
            raise InputError(
                "is not XML", where=f"{path.name}:{error.lineno}", remedy="give an XML file", text="error-not-xml"
            ) from None
    except OSError as error:
        raise unreadable(path, error) from error
    return found[0] if found else ""


class _Stopped(Exception):  # noqa: N818 - nothing went wrong
    """Enough is known."""


def _stop(found: list[str], tag: str) -> None:
    found.append(tag if tag.startswith("iati-") else "")
    raise _Stopped
