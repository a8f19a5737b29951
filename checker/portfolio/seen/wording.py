"""The names of kinds, themes, requirements and claims in one language; an id that is not known is its own name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import msgspec

from checker.activities import Reason
from checker.activities.notes import in_words
from checker.knowledge import Knowledge
from checker.knowledge.model import Claim
from checker.reports.display import shorten


@dataclass(frozen=True)
class Names:
    knowledge: Knowledge
    language: str

    def kind(self, id_: str) -> str:
        found = self.knowledge.kinds.get(id_)
        return found.label.in_(self.language) if found else shorten(id_, 60) or "–"

    def theme(self, id_: str) -> str:
        found = self.knowledge.themes.get(id_)
        return found.label.in_(self.language) if found else shorten(id_, 60) or "–"

    def requirement(self, id_: str) -> str:
        found = self.knowledge.requirements.get(id_)
        return found.title.in_(self.language) if found else ""

    def profile(self, id_: str) -> str:
        found = self.knowledge.profiles.get(id_)
        return found.label.in_(self.language) if found else id_

    def taken(self, reason: str | None) -> str:
        """Why an activity was taken, in a sentence; nothing where that is not said."""
        if not reason:
            return ""
        try:
            return in_words(msgspec.json.decode(reason, type=Reason), self.knowledge, self.language)
        except (msgspec.MsgspecError, KeyError):
            return ""

    def claims(self, ids: Iterable[str]) -> dict[str, str]:
        """Names by id, of those that are known."""
        return {id_: self._claims[id_].name.in_(self.language) for id_ in sorted(ids) if id_ in self._claims}

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return {claim.id: claim for asked in self.knowledge.requirements.values() for claim in asked.claims}
