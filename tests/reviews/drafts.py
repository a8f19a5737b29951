"""Reports in one line each: a draft and the verdicts on it."""

from __future__ import annotations

from collections.abc import Iterable

from checker.report import Evidence, InputReport, RequirementOutcome
from checker.reviews.comparison import Proposal
from checker.reviews.model import Decision, Header, Review

VERDICTS = {"+": "met", "~": "partly-met", "x": "not-met", "?": "not-stated", "0": "not-applicable"}
THEMES = {
    "S": ("sop-and-data", "SOP and data"),
    "C": ("coordination", "Coordination"),
    "F": ("finance", "Área de fondos"),
}


def outcome(requirement: str, verdict: str, *quotes: str, **more: object) -> RequirementOutcome:
    """A requirement such as ``S-01`` (the letter is its theme) with a verdict by sign or by name."""
    theme, label = THEMES[requirement[0]]
    evidence = tuple(Evidence(quote, 1, ("Head",), None, None, 0.9) for quote in quotes)
    fields: dict[str, object] = {"needs_review": False, **more}
    return RequirementOutcome(
        requirement, theme, label, f"Title {requirement}", "Statement", "must", VERDICTS.get(verdict, verdict), 0.9,
        evidence=evidence, missing=(), provisions=(), remedy="Add it", **fields,
    )  # fmt: skip


def report(verdicts: str, *, kind: str = "programme", name: str = "draft.docx") -> InputReport:
    """``"S-01+ C-01~"``: requirement ids, each with the sign of its verdict."""
    rows = tuple(outcome(word[:-1], word[-1]) for word in verdicts.split())
    return InputReport(name, "0", kind, kind.title(), "en", 3, rows)


def proposal(name: str, verdicts: str, *, kind: str = "programme") -> Proposal:
    return Proposal(name, name, report(verdicts, kind=kind, name=name))


def header(review: str, *, version_of: str = "", created: str = "2026-01-05T09:00:00+00:00", **more: str) -> Header:
    fields = {"name": f"{review}.docx", "kind": "sop", "language": "en", "profile": "everything", **more}
    return Header(
        review, **fields, created=created, created_by="ana", draft="d", document="", report="r", version_of=version_of
    )


def review(verdicts: str, decisions: Iterable[Decision] = ()) -> Review:
    return Review(header("r1"), report(verdicts), tuple(decisions))
