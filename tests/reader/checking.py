"""A draft read by the models of ``serving``, over a few requirements."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from checker.checks.document import check_document
from checker.checks.options import Options, Plan
from checker.knowledge import load
from checker.knowledge.model import Profile, Text
from checker.reader import ReaderOptions
from checker.reader.reader import Reader
from checker.readers import read
from checker.report import RequirementOutcome

HERE = Path(__file__).parent
CONSENT = HERE / "consent-en.md"
ABOUT_CONSENT = ("SOP-07", "SOP-08")


document = cache(read)


@dataclass
class Read:
    """What came of a draft: verdicts unread and read, notes, and the lines told meanwhile."""

    unread: dict[str, RequirementOutcome]
    read: dict[str, RequirementOutcome]
    notes: tuple[str, ...]
    lines: list[str] = field(default_factory=list)

    def verdicts(self, *, of: str = "read") -> dict[str, str]:
        return {id_: o.verdict for id_, o in (self.read if of == "read" else self.unread).items()}


def checked(draft: Path, options: ReaderOptions, language: str = "en", ids: tuple[str, ...] = ABOUT_CONSENT) -> Read:
    knowledge = load()
    profile = Profile("test", "urn:test", Text(), frozenset(ids))
    plan = Plan(knowledge, profile, Options(kind="sop", language=language))
    lines: list[str] = []
    reader = Reader(options, knowledge, lines.append, lambda answered, questions: None)
    (unread,) = check_document(document(draft), plan)
    (found,) = check_document(document(draft), replace(plan, reader=reader))
    reader.finish()
    return Read(
        {o.id: o for o in unread.requirements},
        {o.id: o for o in found.requirements},
        tuple(n for n in found.notes if n not in unread.notes),
        lines,
    )


def options(url: str | None, **others: object) -> ReaderOptions:
    """Patient enough for a test."""
    defaults = {"model": "honest-1", "time_out": 5.0, "pause": 0.01, "key": None}
    return ReaderOptions(url=url, **{**defaults, **others})  # type: ignore[arg-type]
