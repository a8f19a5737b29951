"""The JSON report, version 1: what scoring tools and other programs read (``report-v1.schema.json``)."""

from __future__ import annotations

from dataclasses import asdict

from checker.report import ClaimOutcome, ConditionOutcome, Evidence, Failed, InputReport, Report, RequirementOutcome
from checker.reports.counts import tally
from checker.reports.notes import note_line
from checker.reports.pretty import pretty
from checker.reports.texts import InterfaceTexts


def render(report: Report, texts: InterfaceTexts) -> str:
    """The same report always gives the same text; keys stand in the order of the contract."""
    value = {
        "guidecheck": report.guidecheck,
        "knowledge": report.knowledge,
        "profile": report.profile,
        "generated": report.generated,
        "inputs": [_input(draft) for draft in report.inputs],
        "notes": [note_line(note) for note in report.notes],
        "failed": [_failed(one) for one in report.failed],
    }
    return pretty(value)


def _failed(failed: Failed) -> dict[str, object]:
    return {"path": failed.path, "line": failed.line or None, "what": failed.what, "remedy": failed.remedy}


def _input(draft: InputReport) -> dict[str, object]:
    return {
        "path": draft.path,
        "sha256": draft.sha256,
        "kind": draft.kind,
        "language": draft.language,
        "pages": draft.pages,
        "notes": [*draft.warnings, *draft.notes],
        "coverage": round(tally(draft.requirements).coverage, 4),
        "requirements": [_requirement(row) for row in draft.requirements],
    }


def _requirement(row: RequirementOutcome) -> dict[str, object]:
    return {
        "id": row.id,
        "strength": row.strength,
        "weight": row.weight,
        "verdict": row.verdict,
        "confidence": round(row.confidence, 4),
        "needs_review": row.needs_review,
        "evidence": [_evidence(passage) for passage in row.evidence],
        "missing": list(row.missing),
        "provisions": [provision.id for provision in row.provisions],
        "remedy": row.remedy,
        "related": list(row.related),
        "condition": _condition(row.applies),
        "claims": [_claim(claim) for claim in row.claims],
        "read_by": asdict(row.read_by) if row.read_by else None,
        "decided_by": asdict(row.decided_by) if row.decided_by else None,
        "comment": row.comment,
        "waived_by": asdict(row.waived_by) if row.waived_by else None,
        "known": row.known,
    }


def _condition(taken: ConditionOutcome | None) -> dict[str, object] | None:
    return {"holds": taken.holds, "why": taken.why, "quote": taken.quote} if taken else None


def _claim(claim: ClaimOutcome) -> dict[str, object]:
    return {"id": claim.id, "holds": claim.holds, "optional": claim.optional, "lacks": list(claim.lacks)}


def _evidence(passage: Evidence) -> dict[str, object]:
    return {
        "quote": passage.quote,
        "page": passage.page,
        "heading": list(passage.heading),
        "start": passage.start,
        "end": passage.end,
        "score": round(passage.score, 4),
        "claims": list(passage.claims),
        **({"line": passage.line} if passage.line is not None else {}),
    }
