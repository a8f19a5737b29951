"""A document to the report of the draft that it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from checker.checks.options import Plan
from checker.knowledge import Knowledge
from checker.knowledge.model import Requirement
from checker.readers import Document
from checker.report import InputReport
from checker.selection import requirements_for
from checker.verdicts.noted import note_in

if TYPE_CHECKING:
    from checker.checks.spoken import Spoken
    from checker.evidence import DraftEvidence

_SURE = 0.2
"""Lead over the runner-up from which a kind that was found out needs no word."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as a draft: what it was taken for, and what was found in it. ``notes`` tell what was unsure."""

    language: str
    kind: str
    notes: tuple[str, ...]
    warnings: tuple[str, ...]
    requirements: tuple[Requirement, ...]
    evidence: DraftEvidence


def evidence_of(document: Document, plan: Plan) -> Reading:
    """Language and kind are found out where the options leave them open."""
    from checker.checks.spoken import spoken
    from checker.evidence import kind_of, other_text

    knowledge, options = plan.knowledge, plan.options
    said = spoken(document, knowledge, options.language)
    language = said.language
    kind, kind_lead = (options.kind, 1.0) if options.kind else kind_of(document, knowledge, language)
    notes = (*said.notes, *_unsure(knowledge, language, kind, language_sure=said.sure, kind_sure=kind_lead >= _SURE))
    other = None if options.kind else other_text(document, knowledge, language, kind_lead)
    warnings: tuple[str, ...] = ()
    if other is not None:
        what = other.label.in_(language)
        warnings = (knowledge.interface_texts(language)["note-not-a-draft"].format(what=what),)
    requirements = requirements_for(knowledge, plan.profile, (kind,))
    evidence = _searched(document, knowledge, requirements, said, kind, undertakes=other is None, watch=plan.watch)
    return Reading(language, kind, notes, warnings, requirements, evidence)


def search(
    document: Document,
    knowledge: Knowledge,
    requirements: tuple[Requirement, ...],
    *,
    language: str,
    kind: str,
    undertakes: bool,
) -> DraftEvidence:
    """What is found for some requirements in a draft of which language and kind are known."""
    from checker.checks.spoken import spoken

    said = spoken(document, knowledge, language)
    return _searched(document, knowledge, requirements, said, kind, undertakes=undertakes)


def _searched(
    document: Document,
    knowledge: Knowledge,
    requirements: tuple[Requirement, ...],
    said: Spoken,
    kind: str,
    *,
    undertakes: bool,
    watch: Callable[[int, int], None] = lambda done, of: None,
) -> DraftEvidence:
    from checker.evidence import read_both, read_draft

    read = partial(
        read_draft, document, knowledge, kind=kind, requirements=requirements, undertakes=undertakes, progress=watch
    )
    if said.second is None:
        return read(language=said.language)
    return read_both(lambda code: read(language=code), said.language, said.second, said.in_second)


def check_document(document: Document, plan: Plan) -> tuple[InputReport, ...]:
    """A document's report."""
    from checker.verdicts.documents import decide_document

    knowledge = plan.knowledge
    found = evidence_of(document, plan)
    language, notes = found.language, found.notes
    given = plan.options.conditions
    outcomes = decide_document(found.evidence, found.requirements, knowledge, language=language, given=given)
    if plan.reader is not None:
        outcomes, said = plan.reader.read(found.evidence, found.requirements, outcomes, language)
        notes = (*notes, *said)
    return (
        InputReport(
            path=document.path,
            sha256=document.sha256,
            kind=found.kind,
            kind_label=knowledge.kinds[found.kind].label.in_(language),
            language=language,
            pages=document.pages,
            requirements=outcomes,
            name=Path(document.path).name,
            notes=(*notes, *(note_in(note, knowledge, language) for note in document.notes)),
            warnings=found.warnings,
        ),
    )


def _unsure(knowledge: Knowledge, language: str, kind: str, *, language_sure: bool, kind_sure: bool) -> tuple[str, ...]:
    """Says where language or kind were hard to tell."""
    texts = knowledge.interface_texts(language)
    label = {"language": knowledge.languages[language].label, "kind": knowledge.kinds[kind].label}
    return tuple(
        texts[f"note-{what}-unsure"].format(**{what: label[what].in_(language)})
        for what, sure in (("language", language_sure), ("kind", kind_sure))
        if not sure
    )
