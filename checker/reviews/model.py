"""A review: one draft, its report, and what people decided on it, as values that store, screens and writers share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checker.report import Evidence, InputReport, Verdict

Act = Literal["accept", "correct", "comment", "choose-passage", "undo"]
"""What a person did. ``accept`` and ``correct`` decide; ``undo`` goes back to how things stood before."""


@dataclass(frozen=True, slots=True)
class Decision:
    """How a person left one requirement. The last one counts; none is ever changed or taken away.

    ``id`` is a ``urn:uuid``, ``when`` an ISO 8601 time in UTC. ``before`` is the id of the decision on the same
    requirement that the person had in front of them, None where there was none.
    """

    id: str
    requirement: str
    act: Act
    who: str
    when: str
    before: str | None = None
    verdict: Verdict | None = None
    """The person's verdict; None where they have not decided, or have taken it back."""
    passages: tuple[Evidence, ...] | None = None
    """The passages that the person chose; None where those found stand."""
    comment: str = ""
    why: str = ""
    """The reason for a verdict other than the one proposed."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a list of reviews shows. Blobs are named by the SHA-256 of their bytes, in hexadecimal digits."""

    id: str
    name: str
    """The draft's file name."""
    kind: str
    language: str
    profile: str
    created: str
    created_by: str
    draft: str
    """Blob: the file as it was uploaded."""
    document: str
    """Blob: the draft as read, or "" for one that was never a text."""
    report: str
    """Blob: the report of the check."""
    changed: str = ""
    """When the last decision was made, or ``created``."""
    decided: int = 0
    """How many requirements a person has decided."""
    of: int = 0
    """How many there are to decide: those that apply."""
    version_of: str = ""
    """Id of the review of the version before, of the same draft."""


@dataclass(frozen=True, slots=True)
class Review:
    """A review with everything decided on it, oldest first."""

    header: Header
    report: InputReport
    """As the check left it; ``decided_report`` gives it with the people's verdicts."""
    decisions: tuple[Decision, ...] = ()
