"""A filled form to outcomes: a person's answers are taken at their word, wording is judged by the shapes."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

import pyoxigraph as ox

from checker.descriptions.closure import closed
from checker.descriptions.forms.answers import FilledForm
from checker.descriptions.forms.questions import APPLIES
from checker.descriptions.instances import asks_for_wording, instance
from checker.engine import validate
from checker.knowledge import Knowledge
from checker.knowledge.model import Claim, Requirement
from checker.knowledge.names import GC, HAS_TEXT, TYPE
from checker.knowledge.shape_texts import shapes_text
from checker.knowledge.shapes import applies_shape
from checker.report import Evidence, RequirementOutcome
from checker.verdicts.outcomes import Decision, OutcomeWriter
from checker.verdicts.rules import Findings, decide

_DRAFT = ox.NamedNode("urn:guidecheck:draft")


Held = dict[str, tuple[Hashable, RequirementOutcome]]
"""Outcomes by requirement, each with what it was decided on."""


def decide_answers(
    form: FilledForm,
    requirements: Sequence[Requirement],
    knowledge: Knowledge,
    *,
    engine: str,
    held: Held | None = None,
) -> tuple[RequirementOutcome, ...]:
    """An outcome for each requirement. What was left open is not stated.

    ``held`` are outcomes of earlier calls: one whose answers are as they were is taken as it is, and what is decided
    anew is held.
    """
    writer = OutcomeWriter(knowledge, form.language)
    held = {} if held is None else held
    for requirement in requirements:
        ground = _ground(form, requirement)
        if requirement.id not in held or held[requirement.id][0] != ground:
            findings = findings_of(form, requirement, knowledge, engine=engine)
            decision = Decision(decide(requirement, findings), 1.0, needs_review=False)
            evidence = _evidence(form, requirement, findings)
            held[requirement.id] = ground, writer.write(requirement, decision, evidence, findings)
    return tuple(held[requirement.id][1] for requirement in requirements)


def _ground(form: FilledForm, requirement: Requirement) -> Hashable:
    """All that an outcome follows from, beside the knowledge."""
    answers = tuple(form.answer(claim.id) for claim in requirement.claims)
    applies = form.answer(requirement.id + APPLIES)
    return form.kind, form.language, requirement.strength, requirement.weight, applies, answers


def findings_of(form: FilledForm, requirement: Requirement, knowledge: Knowledge, *, engine: str) -> Findings:
    """A claim fails where it was not answered with yes; one on all of something fails where it was answered with no."""
    failing = {c.iri for c in requirement.claims if _fails(c, form)}
    if requirement.condition_iri and not _applies(form, requirement):
        failing.add(applies_shape(requirement))
    lines = tuple(dict.fromkeys(line for c in requirement.claims for line in form.answer(c.id).lines))
    worded = [c for c in requirement.claims if c.wants is not None and asks_for_wording(c.wants)]
    if worded and lines:
        shapes = shapes_text(knowledge.shape_texts, [requirement])
        stated = tuple(_worded(form, requirement, worded, lines, knowledge))
        found = Findings.of(validate(shapes, closed(stated, knowledge), engine), _DRAFT.value)
        judged = {c.iri for c in (*worded, *(c for c in requirement.claims if c.role == "universal"))}
        failing |= found.failing & judged
    return Findings(frozenset(failing))


def _fails(claim: Claim, form: FilledForm) -> bool:
    said = form.answer(claim.id).said
    return said == "no" if claim.role == "universal" else said != "yes"


def _applies(form: FilledForm, requirement: Requirement) -> bool:
    """What was answered; left open, a yes to any claim shows that it does, else what is assumed of silence."""
    said = form.answer(requirement.id + APPLIES).said
    if said:
        return said == "yes"
    return not requirement.assumed_away or any(form.answer(c.id).said == "yes" for c in requirement.claims)


def _worded(
    form: FilledForm, requirement: Requirement, worded: Sequence[Claim], lines: Sequence[str], knowledge: Knowledge
) -> Iterator[ox.Triple]:
    """One statement for each line of wording, with all that the answers say of it."""
    kind = knowledge.kinds[form.kind]
    yield ox.Triple(_DRAFT, ox.NamedNode(TYPE), ox.NamedNode(kind.iri))
    for number, line in enumerate(lines):
        node = ox.NamedNode(f"{_DRAFT.value}:{requirement.id}-{number}")
        yield ox.Triple(_DRAFT, ox.NamedNode(GC + "states"), node)
        yield ox.Triple(node, ox.NamedNode(HAS_TEXT), ox.Literal(line, language=form.language))
        for claim in worded:
            if claim.wants is not None:
                yield from instance(claim.wants, node)


def _evidence(form: FilledForm, requirement: Requirement, findings: Findings) -> tuple[Evidence, ...]:
    by_quote: dict[tuple[str, str], list[str]] = {}
    for claim in requirement.claims:
        answer = form.answer(claim.id)
        if answer.wording and (findings.holds(claim) or answer.said == "no"):
            by_quote.setdefault((answer.wording, answer.where), []).append(claim.id)
    return tuple(
        Evidence(quote, None, (where,) if where else (), None, None, 1.0, tuple(claims))
        for (quote, where), claims in by_quote.items()
    )
