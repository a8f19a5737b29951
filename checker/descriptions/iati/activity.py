"""An IATI activity as a description."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from checker.descriptions.description import Description
from checker.descriptions.iati.element import ActivityElement, words
from checker.descriptions.iati.narratives import Narrative, narratives, within
from checker.descriptions.iati.statements import draft_iri, statements
from checker.knowledge.iati import Iati

KIND = "programme"
MOST_TEXT = 500_000
"""Characters of narratives that are read: more than a book has."""


@dataclass(frozen=True, slots=True)
class Activity:
    """``identifier`` is the activity's own, ``line`` where it starts. ``statements`` has the line of each triple."""

    identifier: str
    line: int
    description: Description
    statements: Mapping[ox.Triple, int]
    narratives: tuple[Narrative, ...]
    again: int = 0
    """How many activities of the same identifier stand before it."""
    left: int = 0
    """Characters of its narratives beyond ``MOST_TEXT``, which nobody reads."""

    @property
    def triples(self) -> tuple[ox.Triple, ...]:
        return tuple(self.statements)

    def lines(self) -> Mapping[str, int]:
        """Where each node of the description was first read, by its IRI."""
        found: dict[str, int] = {}
        for triple, line in self.statements.items():
            if isinstance(triple.subject, ox.NamedNode):
                found.setdefault(triple.subject.value, line)
        return found


def described(activity: ActivityElement, iati: Iati) -> Activity:
    said, draft = statements(activity, iati), draft_iri(activity)
    title = words(activity.element.find("title/narrative"))
    language = activity.language(activity.element) or "en"
    description = Description(draft, KIND, title or activity.identifier or draft, language)
    texts, left = within(narratives(activity, iati), MOST_TEXT)
    return Activity(activity.identifier, activity.line, description, said, texts, activity.again, left)
