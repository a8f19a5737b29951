"""A filled form: who answered what, and where it stands in the draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

Said = Literal["yes", "no", ""]


@dataclass(frozen=True, slots=True)
class Answer:
    """``said`` is empty where the question was left open; ``wording`` is what the draft says, ``where`` its place."""

    said: Said
    wording: str = ""
    where: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """One statement a line."""
        return tuple(line.strip() for line in self.wording.splitlines() if line.strip())


OPEN = Answer("")


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form as it came back. ``answers`` are by question id."""

    path: str
    sha256: str
    name: str
    kind: str
    language: str
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))

    def answer(self, question: str) -> Answer:
        return self.answers.get(question, OPEN)
