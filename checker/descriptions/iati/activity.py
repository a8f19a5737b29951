"""An IATI activity as a description."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from checker.descriptions.description import Description
from checker.descriptions.iati.element import ActivityElement, words
from checker.descriptions.iati.narratives import Narrative, narratives
from checker.descriptions.iati.statements import draft_iri, statements
from checker.knowledge.iati import Iati

KIND = "programme"


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
    return Activity(activity.identifier, activity.line, description, said, narratives(activity, iati), activity.again)
