"""What the product and simpler readers say of each requirement with a known verdict."""

from __future__ import annotations

import csv
import importlib.util
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.check import Options, check
from checker.evidence.lexical import LexicalSearch
from checker.evidence.mood import Mood, MoodReader, Span
from checker.evidence.signs import Showing, SignFinder
from checker.evidence.slots import SlotReader
from checker.evidence.terms import TermFinder
from checker.evidence.units import Corpus, corpus_of
from checker.evidence.words import Stemmer
from checker.knowledge import Knowledge, load
from checker.knowledge.model import Requirement
from checker.readers import read
from checker.report import RequirementOutcome
from checker.verdicts.rules import Findings, decide

SHARED = Path(os.environ.get("GUIDECHECK_SHARED", Path(__file__).resolve().parents[2] / "shared"))
DRAFTS = SHARED / "drafts" / "dev"
ENOUGH = 0.7
_THREE = {"met": "met", "partly-met": "partly-met"}


@dataclass(frozen=True)
class Row:
    """One requirement of one draft. ``rank`` is the place of the first gold passage; None where no passage is gold."""

    draft: str
    language: str
    theme: str
    gold: str
    said: str
    confidence: float
    rank: int | None
    cues: list[float]
    likeness: list[float]
    slots: str
    slots_with_mood: str
    perfect_search: str


class _NoMood(MoodReader):
    """Takes everything that is said for undertaken."""

    def _read(self, sentence: str, found: Sequence[Span] = ()) -> Mood:
        return Mood.COMMITTED


def rows(*, given: bool) -> list[Row]:
    """All rows on which both readers agree, save those that do not apply."""
    knowledge = load()
    return [
        row
        for draft in csv.DictReader((DRAFTS / "INDEX.csv").open(encoding="utf-8"))
        for row in _rows(draft, knowledge, given=given)
    ]


def _rows(draft: dict[str, str], knowledge: Knowledge, *, given: bool) -> Iterator[Row]:
    file = DRAFTS / f"{draft['name']}.{draft['format']}"
    language = draft["language"]
    options = Options(kind=draft["kind"], language=language) if given else Options()
    said = {r.id: r for r in check([file], knowledge, options).report.inputs[0].requirements}
    stemmer = Stemmer(knowledge.languages[language])
    corpus = corpus_of(read(file), stemmer)
    finder = TermFinder(corpus, stemmer, knowledge.lexicon_of(language), language)
    slots, lexical = SlotReader(finder, corpus.units), LexicalSearch(corpus, stemmer, language)
    plain = SignFinder(corpus, slots, finder, _NoMood(knowledge.languages[language]))
    moody = SignFinder(corpus, slots, finder, MoodReader(knowledge.languages[language]))
    overlaps = _overlaps()
    for gold in csv.DictReader((DRAFTS / f"{draft['name']}.gold.csv").open(encoding="utf-8")):
        if gold["status"] != "agreed" or gold["verdict"] == "not-applicable":
            continue
        requirement = knowledge.requirements[gold["requirement"]]
        quotes = [q for q in gold["quotes"].split("||") if q.strip()]
        shown = gold["verdict"] in ("met", "partly-met") and bool(quotes)
        right = _units(corpus, quotes, overlaps)
        outcome = said.get(requirement.id)
        texts = (requirement.title.in_(language), requirement.statement.in_(language))
        yield Row(
            draft=draft["name"],
            language=language,
            theme=requirement.theme,
            gold=_THREE.get(gold["verdict"], "not-stated"),
            said=_THREE.get(outcome.verdict, "not-stated") if outcome else "not-stated",
            confidence=outcome.confidence if outcome else 0.0,
            rank=_rank(outcome, quotes, overlaps) if shown and outcome else None,
            cues=_top(lexical.cues(requirement)),
            likeness=_top(lexical.likeness(texts)),
            slots=_verdict(requirement, knowledge, plain, lambda s: True),
            slots_with_mood=_verdict(requirement, knowledge, moody, lambda s: True),
            perfect_search=_verdict(requirement, knowledge, moody, lambda s, right=right: s.unit.number in right),
        )


def _verdict(
    requirement: Requirement, knowledge: Knowledge, signs: SignFinder, counts: Callable[[Showing], bool]
) -> str:
    """By the shape, where a claim holds if its signs are there."""
    failing = set()
    for claim in requirement.claims:
        found = any(s.score >= ENOUGH and counts(s) for s in signs.find(knowledge.signs.get(claim.iri, ())))
        follows = claim.role == "asserting" and claim.iri not in knowledge.signs
        if not follows and found is (claim.role == "universal"):
            failing.add(claim.iri)
    return _THREE.get(decide(requirement, Findings(frozenset(failing)), in_text=True), "not-stated")


def _top(scores) -> list[float]:
    best = sorted(scores, reverse=True)
    return [float(best[0]), float(sum(best[:3])), float(best[0] - best[min(3, len(best) - 1)])]


def _units(corpus: Corpus, quotes: list[str], overlaps: Callable[[str, list[str]], bool]) -> frozenset[int]:
    return frozenset(u.number for u in corpus.units if quotes and overlaps(u.passage.text, quotes))


def _rank(outcome: RequirementOutcome, quotes: list[str], overlaps: Callable[[str, list[str]], bool]) -> int:
    return next((n for n, e in enumerate(outcome.evidence) if overlaps(e.quote, quotes)), 99)


def _overlaps() -> Callable[[str, list[str]], bool]:
    """The rule by which the scoring tool matches quotes."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "tools" / "score.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.overlaps
