"""Reports made up of a few outcomes."""

from __future__ import annotations

from checker.report import ClaimOutcome, Evidence, InputReport, Report, RequirementOutcome, Verdict


def row(
    requirement: str, verdict: Verdict = "not-stated", *, fails: tuple[str, ...] = (), quote: str = ""
) -> RequirementOutcome:
    return RequirementOutcome(
        id=requirement, theme="t", theme_label="T", title="Title", statement="Statement", strength="must",
        verdict=verdict, confidence=1.0, needs_review=False, missing=(), provisions=(), remedy="",
        evidence=(Evidence(quote, 1, (), 0, 1, 1.0),) if quote else (),
        claims=tuple(ClaimOutcome(claim, claim, claim, holds=False) for claim in fails),
    )  # fmt: skip


def draft(path: str, *rows: RequirementOutcome, node: str = "", kind: str = "sop") -> InputReport:
    return InputReport(path, "0" * 64, kind, "SOP", "en", None, rows, node=node)


def report(*drafts: InputReport) -> Report:
    return Report("0", "sha256:0", "everything", "2026-01-01T00:00:00+00:00", "en", drafts)
