"""A document to the report of the draft that it holds."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from checker.checks.options import Plan
from checker.knowledge import Knowledge
from checker.readers import Document
from checker.report import InputReport
from checker.selection import requirements_for

_SURE = 0.2
"""Lead over the runner-up from which a kind that was found out needs no word."""


def check_document(document: Document, plan: Plan) -> tuple[InputReport, ...]:
    """Language and kind are found out where the options leave them open."""
    from checker.checks.spoken import spoken
    from checker.evidence import kind_of, other_text, read_both, read_draft
    from checker.verdicts.documents import decide_document

    knowledge, options = plan.knowledge, plan.options
    said = spoken(document, knowledge, options.language)
    language = said.language
    kind, kind_lead = (options.kind, 1.0) if options.kind else kind_of(document, knowledge, language)
    notes = (*said.notes, *_unsure(knowledge, language, kind, language_sure=said.sure, kind_sure=kind_lead >= _SURE))
    other = None if options.kind else other_text(document, knowledge, language)
    if other is not None:
        what = other.label.in_(language)
        notes = (knowledge.interface_texts(language)["note-not-a-draft"].format(what=what), *notes)
    requirements = requirements_for(knowledge, plan.profile, (kind,))
    read = partial(
        read_draft, document, knowledge, kind=kind, requirements=requirements, undertakes=other is None
    )  # fmt: skip
    if said.second is None:
        evidence = read(language=language)
    else:
        evidence = read_both(lambda code: read(language=code), language, said.second, said.in_second)
    outcomes = decide_document(evidence, requirements, knowledge, language=language, given=options.conditions)
    return (
        InputReport(
            path=document.path,
            sha256=document.sha256,
            kind=kind,
            kind_label=knowledge.kinds[kind].label.in_(language),
            language=language,
            pages=document.pages,
            requirements=outcomes,
            name=Path(document.path).name,
            notes=(*notes, *document.notes),
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
