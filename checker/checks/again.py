"""One requirement judged again, where a person says whether its condition holds."""

from __future__ import annotations

from msgspec.structs import replace

from checker.checks.document import search
from checker.errors import CallError
from checker.knowledge import Knowledge
from checker.readers import Document
from checker.report import InputReport, RequirementOutcome
from checker.verdicts.documents import decide_document


def judge_again(
    document: Document | None, report: InputReport, requirement_id: str, holds: bool, knowledge: Knowledge
) -> RequirementOutcome:
    """As the check did it, for the report's kind and language. Raises CallError where it knows no such condition."""
    before = next((row for row in report.requirements if row.id == requirement_id), None)
    known = knowledge.requirements.get(requirement_id)
    if document is None or before is None or known is None or known.condition_effect != "applies":
        raise CallError(f"no condition decides whether '{requirement_id[:80]}' applies")
    requirement = replace(known, strength=before.strength, weight=before.weight)
    evidence = search(
        document, knowledge, (requirement,), language=report.language, kind=report.kind, undertakes=not report.warnings
    )
    (outcome,) = decide_document(
        evidence, (requirement,), knowledge, language=report.language, given={requirement_id: holds}
    )
    return outcome
