"""The report: what a check found, as values that formatters, screens and stores share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["met", "partly-met", "not-met", "not-stated", "not-applicable"]
Strength = Literal["must", "should", "may"]
_COUNTED = ("urn:guidecheck:node:", "urn:guidecheck:draft", "urn:guidecheck:iati:line-")
"""How the names begin that things are given which have none of their own."""
VERDICTS: tuple[Verdict, ...] = ("met", "partly-met", "not-met", "not-stated", "not-applicable")
STRENGTHS: tuple[Strength, ...] = ("must", "should", "may")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of the draft, best first in a list. ``start`` and ``end`` are character offsets in the read text."""

    quote: str
    page: int | None
    heading: tuple[str, ...]
    start: int | None
    end: int | None
    score: float
    claims: tuple[str, ...] = ()
    """Ids of the claims that this passage supports."""
    line: int | None = None
    """Where it begins in the file, counted from 1, where the file is read by lines."""


@dataclass(frozen=True, slots=True)
class ClaimOutcome:
    """One claim of a requirement and whether the description holds it."""

    id: str
    name: str
    sentence: str
    holds: bool
    optional: bool = False
    universal: bool = False
    """True where it says what must hold of all that is there: it holds unless something goes against it."""
    message: str = ""
    lacks: tuple[str, ...] = ()
    """What the nearest passage leaves open, where none shows the claim whole."""


@dataclass(frozen=True, slots=True)
class ConditionOutcome:
    """Which way a condition was taken, and why: a person said so, the kind of draft or a passage shows it, or it was
    assumed because the draft is silent."""

    holds: bool
    why: Literal["person", "kind", "passage", "assumed"]
    quote: str = ""


@dataclass(frozen=True, slots=True)
class ReadBy:
    """Who read the draft for a verdict: a model as it names itself, when (ISO 8601), by which version of the prompt."""

    model: str
    prompt: str
    time: str
    cached: bool = False
    """True where the answer was kept from an earlier run."""


@dataclass(frozen=True, slots=True)
class DecidedBy:
    """The person whose verdict this is, when (ISO 8601), why, and what had been proposed."""

    who: str
    time: str
    proposed: Verdict
    why: str = ""


@dataclass(frozen=True, slots=True)
class WaivedBy:
    """Who puts up with an issue, why, and up to which day (ISO 8601)."""

    who: str
    reason: str
    until: str


@dataclass(frozen=True, slots=True)
class ProvisionRef:
    """The guidance behind a requirement."""

    id: str
    document: str
    locator: str
    strength: Strength
    statement: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where in an RDF file to look: what goes against a claim, what comes near it, the draft that would state it, or
    the row of a form that asks for it.

    Lines and columns count from 1, columns in characters; ``end_column`` is past the last, 0 where it is not known.
    """

    why: Literal["against", "near", "draft", "row"]
    node: str
    line: int
    column: int
    end_line: int
    end_column: int = 0
    claims: tuple[str, ...] = ()
    """Ids of the claims that fail there."""
    stated: tuple[int, int] | None = None
    """Line and column where the draft names the node as what it states."""


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not be checked, or not in full; ``line`` and ``column`` are 0 where none is known."""

    path: str
    what: str
    remedy: str = ""
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True)
class Doubt:
    """What passes in silence: ``term`` is what is written, ``near`` what may have been meant, or nothing; ``line`` is 0
    where none is known."""

    of: Literal["class", "property", "term", "namespace", "no-kind", "nothing-asked"]
    term: str = ""
    near: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """What a person should know of a run: a sentence, and the file that it is about; ``line`` is 0 where none is
    known."""

    said: str
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class RequirementOutcome:
    """One requirement on one draft. Texts are in the report's language, English where it has none."""

    id: str
    theme: str
    theme_label: str
    title: str
    statement: str
    strength: Strength
    verdict: Verdict
    confidence: float
    needs_review: bool
    evidence: tuple[Evidence, ...]
    missing: tuple[str, ...]
    provisions: tuple[ProvisionRef, ...]
    remedy: str
    near_miss: str = ""
    condition: str = ""
    applies: ConditionOutcome | None = None
    """Which way the condition was taken, where applicability hangs on one."""
    related: tuple[str, ...] = ()
    """Ids of requirements that ask for the same."""
    weight: float = 1.0
    """How much the requirement counts under the profile."""
    claims: tuple[ClaimOutcome, ...] = ()
    """Empty where the requirement has no claims yet: its verdict then reports presence only."""
    read_by: ReadBy | None = None
    """The model whose quotes the verdict rests on; None where none was asked or its answer did not hold."""
    decided_by: DecidedBy | None = None
    """The person who decided; None where nobody has."""
    comment: str = ""
    """What a person wrote beside it."""
    places: tuple[Place, ...] = ()
    """Where to look in an RDF file, best first; empty where that was not asked for."""
    waived_by: WaivedBy | None = None
    """Whoever puts up with the issue; None where nobody does."""
    known: bool = False
    """True of an issue that a baseline holds."""

    @property
    def counts(self) -> bool:
        """True where a run may fail on it, whatever its strength: an issue that is neither waived nor known."""
        return self.verdict in ("not-met", "not-stated", "partly-met") and self.waived_by is None and not self.known


@dataclass(frozen=True, slots=True)
class InputReport:
    """One draft. ``kind`` and ``language`` are ids (``sop``, ``en``); ``pages`` is None where there are none."""

    path: str
    sha256: str
    kind: str
    kind_label: str
    language: str
    pages: int | None
    requirements: tuple[RequirementOutcome, ...]
    name: str = ""
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    """What changes how all verdicts are to be taken, in the report's language: it looks like no draft at all."""
    errors: tuple[str, ...] = ()
    """What is wrong with the input although it could be checked, for the error line, in English."""
    unmatched_shapes: tuple[str, ...] = ()
    """Shapes of the profile whose targets met no node of the description."""
    doubts: tuple[Doubt, ...] = ()
    """What passes in silence; in words, it is among the notes."""
    node: str = ""
    """The IRI of the draft in an RDF file, or of the activity in an IATI file."""

    @property
    def lasting_node(self) -> str:
        """The same; empty where it was counted, and would be another once something is put before it."""
        return "" if self.node.startswith(_COUNTED) else self.node


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run. ``knowledge`` is ``sha256:`` of ontology and shapes, ``generated`` an ISO 8601 time in UTC."""

    guidecheck: str
    knowledge: str
    profile: str
    generated: str
    language: str
    inputs: tuple[InputReport, ...]
    profile_label: str = ""
    failed: tuple[Failed, ...] = ()
    """What could not be checked."""
    notes: tuple[Note, ...] = ()
    """What a person should know of the whole run."""
