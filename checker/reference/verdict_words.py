"""What makes each verdict on a requirement, in words; the rules are those of checker.verdicts.rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.knowledge.model import Claim, Requirement
from checker.report import Verdict
from checker.reports.texts import Wording


@dataclass(frozen=True, slots=True)
class When:
    verdict: Verdict
    said: str


def verdict_words(requirement: Requirement, t: Wording, language: str) -> tuple[When, ...]:
    """One sentence for each verdict that can come out, the best first; none where there are no claims."""
    return tuple(_when(requirement, t, language)) if requirement.claims else ()


def _when(requirement: Requirement, t: Wording, language: str) -> Iterator[When]:
    counting = [c for c in requirement.claims if c.role != "optional"]
    asserting = [c for c in counting if c.role == "asserting"]
    essential = [c for c in counting if c.essential]
    breaking = [c for c in counting if c.breaks]
    least = requirement.partly_from
    yield When("met", t("ref-met-one") if len(counting) == 1 else t("ref-met-all", n=len(counting)))
    if len(asserting) >= least and (len(asserting) > least or len(counting) > len(asserting)):
        said = t("ref-partly", n=least, of=len(asserting))
        if essential:
            said += " " + t("ref-essential", names=_names(essential, language))
        yield When("partly-met", said)
    if breaking:
        yield When("not-met", t("ref-breaks", names=_names(breaking, language)))
    if asserting:
        yield When("not-stated", t("ref-fewer-one") if least == 1 else t("ref-fewer", n=least))
    if requirement.condition_iri:
        assumed = "ref-na-unless" if requirement.assumed_away else "ref-na-denied"
        yield When("not-applicable", t(assumed))


def _names(claims: list[Claim], language: str) -> str:
    return ", ".join(f"“{c.name.in_(language)}”" for c in claims)
