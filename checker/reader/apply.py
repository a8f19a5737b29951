"""An answer to the outcome of a requirement, by the rules that hold for everybody."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checker.knowledge.shapes import applies_shape
from checker.reader.answer import Answer, Quote
from checker.reader.question import Question
from checker.readers.document import Document
from checker.report import ConditionOutcome, Evidence, ReadBy, RequirementOutcome
from checker.verdicts.outcomes import Decision, OutcomeWriter
from checker.verdicts.rules import Findings, decide

_MOST_EVIDENCE = 8
_AGREED, _DIFFERS = 0.9, 0.6
"""What a verdict is worth where reader and rule agree, and where they differ."""


@dataclass(frozen=True)
class Applier:
    """Puts answers on one draft in the place of what was decided unread."""

    document: Document
    writer: OutcomeWriter
    tampered: bool
    """True of a draft that speaks to its reader: a person should look at all that was read in it."""

    def outcome(
        self,
        before: RequirementOutcome,
        question: Question,
        answer: Answer,
        read_by: ReadBy,
        doubt: Answer | None = None,
    ) -> RequirementOutcome:
        """The model's own verdict decides nothing: where the rule comes to another, a person should look.

        ``doubt`` answers the same question read against it: what it objects to does not hold.
        """
        requirement = question.requirement
        applies = self._applies(before.applies, question, answer)
        said = (answer, doubt) if doubt else (answer,)
        failing = {p.claim.iri for p in question.points if p.claim and any(a.holds[p.id] != "yes" for a in said)}
        if applies is not None and not applies.holds:
            failing.add(applies_shape(requirement))
        findings = Findings(frozenset(failing))
        verdict = decide(requirement, findings, in_text=True)
        agreed = verdict == answer.verdict
        decision = Decision(verdict, _AGREED if agreed else _DIFFERS, needs_review=self.tampered or not agreed)
        evidence = self._evidence(question, answer, before.evidence, _objections(doubt))
        return replace(self.writer.write(requirement, decision, evidence, findings, applies), read_by=read_by)

    def _applies(self, before: ConditionOutcome | None, question: Question, answer: Answer) -> ConditionOutcome | None:
        point = next((p for p in question.points if p.kind == "condition"), None)
        if point is None:
            return before
        holds = answer.holds[point.id] == "yes" if point.assumed == "no" else answer.holds[point.id] != "no"
        quotes = answer.quotes[point.id] if holds == (point.assumed == "no") else ()
        quote = self.document.text[quotes[0].start : quotes[0].end] if quotes else ""
        return ConditionOutcome(holds, "passage" if quotes else "assumed", quote)

    def _evidence(
        self, question: Question, answer: Answer, before: Sequence[Evidence], objections: Sequence[Quote]
    ) -> tuple[Evidence, ...]:
        """What is quoted against it, what the reader quotes, then what was found besides."""
        claims: dict[Quote, list[str]] = {quote: [] for quote in objections}
        sure: set[Quote] = set(objections)
        for point in question.points:
            for quote in answer.quotes[point.id]:
                claims.setdefault(quote, [])
                if point.claim is not None:
                    claims[quote].append(point.id)
                if answer.holds[point.id] != "partly":
                    sure.add(quote)
        order = sorted(claims, key=lambda q: (q not in objections, q not in sure, -len(claims[q]), q.start))
        quoted = [self._quoted(q, tuple(claims[q]), 1.0 if q in sure else 0.5) for q in order]
        rest = [replace(e, claims=()) for e in before if not any(_overlap(e, q) for q in claims)]
        return tuple((*quoted, *rest)[:_MOST_EVIDENCE])

    def _quoted(self, quote: Quote, claims: tuple[str, ...], score: float) -> Evidence:
        passages = self.document.passages
        passage = passages[max(0, bisect_right(passages, quote.start, key=lambda p: p.start) - 1)]
        text = self.document.text[quote.start : quote.end]
        return Evidence(text, passage.page, passage.heading, quote.start, quote.end, score, claims)


def _objections(doubt: Answer | None) -> tuple[Quote, ...]:
    if doubt is None:
        return ()
    return tuple(dict.fromkeys(q for id_, said in doubt.holds.items() if said != "yes" for q in doubt.quotes[id_]))


def _overlap(found: Evidence, quote: Quote) -> bool:
    return found.start is not None and found.end is not None and found.start < quote.end and quote.start < found.end
