"""Which reviews the list shows, in which order, and how many at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from checker.folding import fold
from checker.knowledge import Knowledge
from checker.profiles.naming import names
from checker.reports.counts import natural
from checker.reports.texts import Wording
from checker.reviews.model import Header

AT_ONCE = 25
"""Reviews on one page of the list."""
Column = Literal["name", "kind", "language", "profile", "decided", "changed", "by"]
COLUMNS: tuple[Column, ...] = get_args(Column)
State = Literal["untouched", "under-way", "done"]
STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True, slots=True)
class Line:
    """A review in words."""

    header: Header
    kind: str
    language: str
    profile: str
    changed: str

    @property
    def share(self) -> float:
        """How much is decided, from 0 to 1."""
        return self.header.decided / self.header.of if self.header.of else 0.0

    @property
    def state(self) -> State:
        if not self.header.decided:
            return "untouched"
        return "done" if self.header.decided >= self.header.of else "under-way"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a review must be to be listed; empty means any. Every word of ``search`` must stand in its line."""

    search: str = ""
    kind: str = ""
    state: str = ""
    order: Column = "changed"
    falling: bool = True

    def lets_through(self, line: Line) -> bool:
        return (
            (not self.kind or line.header.kind == self.kind)
            and (not self.state or line.state == self.state)
            and _said(self.search, line)
        )


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of the list; pages count from 1."""

    lines: tuple[Line, ...]
    number: int
    of: int
    found: int


def lines(headers: Iterable[Header], knowledge: Knowledge, language: str, t: Wording) -> tuple[Line, ...]:
    """The reviews in the page's language; a kind or profile that is not known keeps its id."""
    kinds = _labels(knowledge.kinds, language)
    profiles = names(knowledge, language)
    return tuple(
        Line(
            h, kinds.get(h.kind, h.kind), t.language(h.language), profiles.get(h.profile, h.profile), t.date(h.changed)
        )
        for h in headers
    )


def listed(every: Sequence[Line], wanted: Wanted) -> tuple[Line, ...]:
    """The lines that are wanted, in order; those that are alike stay in the order they came in."""
    found = [line for line in every if wanted.lets_through(line)]
    return tuple(sorted(found, key=_ORDERS[wanted.order], reverse=wanted.falling))


def sheet(found: Sequence[Line], number: int) -> Sheet:
    """That page of the list, or the nearest there is."""
    of = max(1, -(-len(found) // AT_ONCE))
    number = min(max(number, 1), of)
    first = (number - 1) * AT_ONCE
    return Sheet(tuple(found[first : first + AT_ONCE]), number, of, len(found))


_ORDERS: Mapping[Column, Callable[[Line], tuple[object, ...]]] = {
    "name": lambda line: natural(line.header.name.casefold()),
    "kind": lambda line: (line.kind.casefold(),),
    "language": lambda line: (line.language.casefold(),),
    "profile": lambda line: (line.profile.casefold(),),
    "decided": lambda line: (line.share, line.header.decided),
    "changed": lambda line: (line.header.changed or line.header.created,),
    "by": lambda line: (line.header.created_by.casefold(),),
}


def _said(search: str, line: Line) -> bool:
    words = fold(search).split()
    header = line.header
    text = fold(" ".join((header.name, line.kind, line.language, line.profile, header.created_by, line.changed)))
    return all(word in text for word in words)


def _labels(known: Mapping[str, object], language: str) -> dict[str, str]:
    return {key: value.label.in_(language) for key, value in known.items()}  # type: ignore[attr-defined]
