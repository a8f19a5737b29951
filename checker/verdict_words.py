"""What makes each verdict on a requirement, in words; the rules are those of checker.verdicts.rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.knowledge.model import Claim, Requirement
from checker.report import Verdict
from checker.reports.texts import Wording
from checker.verdicts.rules import parts


@dataclass(frozen=True, slots=True)
class When:
    verdict: Verdict
    said: str


def verdict_words(requirement: Requirement, t: Wording, language: str, *, in_text: bool = False) -> tuple[When, ...]:
    """One sentence for each verdict that can come out, the best first; none where there are no claims."""
    return tuple(_when(requirement, t, language, in_text)) if requirement.claims else ()


def _when(requirement: Requirement, t: Wording, language: str, in_text: bool) -> Iterator[When]:
    counting = [c for c in requirement.claims if c.role != "optional"]
    asserting = [c for c in counting if c.role == "asserting"]
    least, among = parts(requirement, in_text=in_text)
    in_prose = parts(requirement, in_text=True)[0]
    essential = [c for c in counting if c.essential and not c.breaks]
    breaking = [c for c in counting if c.breaks]
    if asserting or requirement.condition_iri:
        yield When("met", t("ref-met-one") if len(counting) == 1 else t("ref-met-all", n=len(counting)))
    if _can_be_partly(counting, len(asserting), least):
        said = t("ref-partly", n=least, of=len(among))
        also = "" if in_prose == least else " " + t("ref-partly-in-text", n=in_prose)
        yield When("partly-met", said + also)
    if breaking:
        yield When("not-met", t("ref-breaks", names=_names(breaking, t, language)))
    if essential or sum(c.breaks for c in asserting) < least:
        said = t("ref-fewer-one") if least == 1 else t("ref-fewer", n=least)
        also = " " + t("ref-essential", names=_names(essential, t, language)) if essential else ""
        yield When("not-stated", said + also)
    if requirement.condition_iri:
        yield When("not-applicable", t("ref-na-unless" if requirement.assumed_away else "ref-na-denied"))


def _can_be_partly(counting: list[Claim], asserting: int, least: int) -> bool:
    """True where some claim can fail without deciding the verdict, and enough others hold."""
    free = [c for c in counting if not c.breaks and not c.essential]
    return any(asserting - (c.role == "asserting") >= least for c in free)


def _names(claims: list[Claim], t: Wording, language: str) -> str:
    return ", ".join(t("ref-quoted", name=c.name.in_(language)) for c in claims)
