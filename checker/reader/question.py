"""One question a requirement: what is asked, which passages are shown, and the id by which its answer is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal

from checker.evidence import DraftEvidence
from checker.knowledge import Knowledge
from checker.knowledge.model import Claim, Requirement
from checker.reader.injection import ToReader
from checker.reader.passages import Shown, found_for, shown
from checker.reader.prompt import VERSION, Messages, messages
from checker.report import ConditionOutcome
from checker.reports.texts import Wording
from checker.verdict_words import When, verdict_words

PointKind = Literal["said", "everywhere", "optional", "condition"]
_KINDS: dict[str, PointKind] = {"asserting": "said", "universal": "everywhere", "optional": "optional"}
PREFIX = "gc"
_PLAIN = re.compile(r"[^A-Za-z0-9-]")


@dataclass(frozen=True, slots=True)
class Point:
    """A claim, or the condition of the requirement. ``assumed`` is what holds of a condition in a silent draft."""

    id: str
    kind: PointKind
    sentence: str
    claim: Claim | None
    assumed: Literal["", "yes", "no"] = ""


@dataclass(frozen=True, slots=True)
class Question:
    """What is sent, complete in itself. ``last`` is True where no further passages can be asked for."""

    requirement: Requirement
    title: str
    statement: str
    near_miss: str
    points: tuple[Point, ...]
    rules: tuple[When, ...]
    passages: tuple[Shown, ...]
    last: bool
    read_as: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Of a question that doubts a first reading: the quotes by which each point was read as shown."""
    id: str = ""
    messages: Messages = ()

    @property
    def doubts(self) -> bool:
        return bool(self.read_as)

    @property
    def tokens(self) -> int:
        """About how many tokens it has: a quarter of its characters."""
        return sum(len(text) for _, text in self.messages) // 4


@dataclass(frozen=True)
class Asker:
    """Makes the questions on one draft."""

    evidence: DraftEvidence
    knowledge: Knowledge
    language: str
    to_reader: ToReader

    def first(self, requirement: Requirement, applies: ConditionOutcome | None) -> Question | None:
        """None where there is nothing to judge or nothing to judge by."""
        numbers = found_for(requirement, self.evidence)
        if not requirement.claims or not numbers:
            return None
        language = self.language
        return self._with(
            Question(
                requirement=requirement,
                title=requirement.title.in_(language),
                statement=requirement.statement.in_(language),
                near_miss=requirement.near_miss.in_(language),
                points=_points(requirement, applies, language),
                rules=verdict_words(
                    requirement, Wording(self.knowledge.interface_texts(language)), language, in_text=True
                ),
                passages=shown(numbers, self.evidence),
                last=False,
            )
        )

    def second(self, question: Question, further: Sequence[int]) -> Question:
        """The same with further passages beside those of the first."""
        numbers = [*(p.number for p in question.passages if p.found), *further]
        return self._with(replace(question, passages=shown(numbers, self.evidence), last=True))

    def doubting(self, question: Question, read_as: Sequence[tuple[str, tuple[str, ...]]]) -> Question:
        """The same once more, read against what was read as met."""
        return self._with(replace(question, last=True, read_as=tuple(read_as)))

    def _with(self, question: Question) -> Question:
        sent = messages(question, self.evidence.document, self.to_reader)
        id_ = custom_id(self.evidence.document.sha256, question, sent, self.knowledge)
        return replace(question, messages=sent, id=id_)


def custom_id(draft: str, question: Question, sent: Messages, knowledge: Knowledge) -> str:
    """``gc_DRAFT_REQUIREMENT_PROMPT-KNOWLEDGE_QUESTION``: at most 64 letters, digits, hyphens and underscores."""
    requirement = _PLAIN.sub("-", question.requirement.id)[:20]
    version = f"{_PLAIN.sub('-', VERSION)[:6]}-{knowledge.digest.removeprefix('sha256:')[:8]}"
    exact = sha256(repr(sent).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return "_".join((PREFIX, draft[:12], requirement, version, exact))


def _points(requirement: Requirement, applies: ConditionOutcome | None, language: str) -> tuple[Point, ...]:
    points = tuple(Point(c.id, _KINDS[c.role], c.sentence.in_(language), c) for c in requirement.claims)
    if requirement.condition_iri is None or applies is None or applies.why in ("person", "kind"):
        return points
    assumed: Literal["yes", "no"] = "no" if requirement.assumed_away else "yes"
    return (
        Point(f"{requirement.id}-condition", "condition", requirement.condition.in_(language), None, assumed),
        *points,
    )
