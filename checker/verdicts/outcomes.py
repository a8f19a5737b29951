"""Findings and passages to the outcome of a requirement, in the words of one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import shorten
from types import MappingProxyType

from checker.knowledge import Knowledge
from checker.knowledge.model import Claim, Requirement
from checker.report import ClaimOutcome, ConditionOutcome, Evidence, ProvisionRef, RequirementOutcome, Verdict
from checker.verdicts.rules import Findings, missing_claims

_MOST_ROWS, _LONGEST_ROW = 3, 70
"""How many rows are named, and how many characters of each."""
_NONE: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict with how sure it is, from 0 to 1, and whether a person should look."""

    verdict: Verdict
    confidence: float
    needs_review: bool


class OutcomeWriter:
    """Writes outcomes in one language."""

    def __init__(self, knowledge: Knowledge, language: str) -> None:
        self._knowledge = knowledge
        self._language = language

    def write(
        self,
        requirement: Requirement,
        decision: Decision,
        evidence: Sequence[Evidence],
        findings: Findings | None,
        applies: ConditionOutcome | None = None,
        open_slots: Mapping[str, tuple[str, ...]] = _NONE,
        open_rows: Mapping[str, tuple[str, ...]] = _NONE,
    ) -> RequirementOutcome:
        """``findings`` is None where the requirement has no claims. By claim IRI: ``open_slots`` are terms,
        ``open_rows`` names of rows of the draft's tables that leave open what the claim asks of each."""
        language = self._language
        theme = self._knowledge.themes.get(requirement.theme)
        missing = missing_claims(requirement, findings) if findings and decision.verdict != "not-applicable" else ()
        return RequirementOutcome(
            id=requirement.id,
            theme=requirement.theme,
            theme_label=theme.label.in_(language) if theme else requirement.theme,
            title=requirement.title.in_(language),
            statement=requirement.statement.in_(language),
            strength=requirement.strength,
            weight=requirement.weight,
            related=requirement.related,
            verdict=decision.verdict,
            confidence=round(decision.confidence, 3),
            needs_review=decision.needs_review,
            evidence=tuple(evidence),
            missing=tuple(dict.fromkeys(self._missing(c, open_rows.get(c.iri, ())) for c in missing)),
            provisions=tuple(self._provision(p) for p in requirement.provisions if p in self._knowledge.provisions),
            remedy=requirement.remedy.in_(language),
            near_miss=requirement.near_miss.in_(language),
            condition=requirement.condition.in_(language),
            applies=applies,
            claims=tuple(
                ClaimOutcome(
                    id=c.id,
                    name=c.name.in_(language),
                    sentence=c.sentence.in_(language),
                    holds=findings.holds(c),
                    optional=c.role == "optional",
                    universal=c.role == "universal",
                    message="" if findings.holds(c) else c.message.in_(language),
                    lacks=() if findings.holds(c) else self._names(open_slots.get(c.iri, ())),
                )
                for c in requirement.claims
            )
            if findings and decision.verdict != "not-applicable"
            else (),
        )

    def _missing(self, claim: Claim, rows: Sequence[str]) -> str:
        """The name of a claim, and the rows for which it does not hold."""
        name = claim.name.in_(self._language)
        named = "; ".join(shorten(row, _LONGEST_ROW, placeholder=" …") for row in rows[:_MOST_ROWS])
        more = " …" if len(rows) > _MOST_ROWS else ""
        said = self._knowledge.interface_texts(self._language)["said-of"]
        return said.format(what=name, said=f"{named}{more}") if rows else name

    def _names(self, terms: Sequence[str]) -> tuple[str, ...]:
        return tuple(self._knowledge.name_of(term).in_(self._language) for term in terms)

    def _provision(self, provision_id: str) -> ProvisionRef:
        provision = self._knowledge.provisions[provision_id]
        document = self._knowledge.documents.get(provision.document)
        return ProvisionRef(
            id=provision.id,
            document=document.short if document else provision.document,
            locator=provision.locator,
            strength=provision.strength,
            statement=provision.statement.in_(self._language),
        )
