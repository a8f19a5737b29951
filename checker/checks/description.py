"""An RDF file to the reports of the drafts that it describes."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from checker.checks.options import Plan
from checker.descriptions.closure import close
from checker.descriptions.contradictions import contradictions, in_words
from checker.descriptions.description import DescriptionFile
from checker.descriptions.doubts import doubts
from checker.descriptions.doubts import in_words as doubt_in_words
from checker.descriptions.rdf import read_rdf
from checker.descriptions.statements import Wording
from checker.engine import validate
from checker.knowledge.names import HAS_ANSWER
from checker.knowledge.shape_texts import shapes_text
from checker.report import Doubt, InputReport
from checker.selection import requirements_for
from checker.verdicts import Findings, decide_description


def check_description(file: Path, plan: Plan) -> tuple[InputReport, ...]:
    """Every draft that an RDF file describes; one with answers is judged as the filled form that it is."""
    knowledge, options = plan.knowledge, plan.options
    found = read_rdf(file, knowledge, kind=options.kind)
    answered = _answered(file, found, plan)
    if len(answered) == len(found.descriptions):
        return tuple(answered.values())
    kinds = {k for d in found.descriptions for _, k in d.nodes}
    requirements = tuple(r for r in requirements_for(knowledge, plan.profile, kinds) if r.has_claims)
    closure = close(found.triples, knowledge.axioms)
    data = closure.beside(knowledge.superclasses)
    findings_of = Findings.by_focus(validate(shapes_text(knowledge.shape_texts, requirements), data, options.engine))
    contradictory = contradictions(closure.facts)
    others = tuple(sorted(plan.profile.requirements - knowledge.core.without_claims - knowledge.for_kinds(kinds)))

    @cache
    def wording(language: str) -> Wording:
        return Wording(found.triples, knowledge, language)

    @cache
    def not_checked(kind: str, language: str) -> tuple[str, ...]:
        return _without_claims(plan, kind, language)

    unheard = doubts(file, found.triples, knowledge)

    @cache
    def silent(kind: str) -> tuple[Doubt, ...]:
        asked = any(kind in r.kinds for r in requirements)
        return unheard if asked else (*unheard, Doubt("nothing-asked"))

    @cache
    def doubted(kind: str, language: str) -> tuple[str, ...]:
        texts = knowledge.interface_texts(language)
        return tuple(doubt_in_words(d, texts) for d in silent(kind))

    @cache
    def said(language: str) -> tuple[str, ...]:
        texts = knowledge.interface_texts(language)
        return tuple(in_words(c, wording(language), texts) for c in contradictory)

    reports = []
    for d in found.descriptions:
        if d.draft in answered:
            reports.append(answered[d.draft])
            continue
        language = options.language or (d.language if d.language in knowledge.languages else "en")
        reports.append(
            InputReport(
                path=str(file),
                sha256=found.sha256,
                kind=d.kind,
                kind_label=knowledge.kinds[d.kind].label.in_(language),
                language=language,
                pages=None,
                requirements=decide_description(
                    d, findings_of, requirements, knowledge, wording(language), language=language
                ),
                name=d.name,
                notes=(*doubted(d.kind, language), *found.notes, *said(language), *not_checked(d.kind, language)),
                errors=said("en"),
                unmatched_shapes=others,
                doubts=silent(d.kind),
                node=d.draft,
            )
        )
    return tuple(reports)


def _answered(file: Path, found: DescriptionFile, plan: Plan) -> dict[str, InputReport]:
    """The reports of those that are filled forms, by draft."""
    if not any(t.predicate.value == HAS_ANSWER for t in found.triples):
        return {}
    from checker.checks.form import report_on
    from checker.descriptions.forms.turtle import answered_form

    forms = {
        d.draft: answered_form(found.triples, d, plan.knowledge, path=str(file), sha256=found.sha256)
        for d in found.descriptions
    }
    return {draft: replace(report_on(form, plan), node=draft) for draft, form in forms.items() if form}


def _without_claims(plan: Plan, kind: str, language: str) -> tuple[str, ...]:
    """Says how many requirements of the kind cannot be checked on RDF yet."""
    knowledge = plan.knowledge
    count = len(plan.profile.requirements & knowledge.core.without_claims & knowledge.for_kinds((kind,)))
    said = knowledge.interface_texts(language).get("note-without-claims", "")
    return (said.format(n=count),) if count and said else ()
