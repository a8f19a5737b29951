"""What became of the questions on one draft, and what is asked again in the light of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from checker.evidence.words import Stemmer
from checker.reader.answer import Answer, Quote, Why
from checker.reader.passages import further
from checker.reader.question import Asker, Question
from checker.reader.quotes import QuoteFinder
from checker.report import ReadBy
from checker.reports.display import one_line


@dataclass
class Progress:
    """By requirement id."""

    quotes: QuoteFinder
    withheld: tuple[Quote, ...]
    used: dict[str, tuple[Question, Answer, ReadBy]] = field(default_factory=dict)
    whys: dict[str, Why] = field(default_factory=dict)
    doubts: dict[str, Answer] = field(default_factory=dict)


def read_as(question: Question, answer: Answer, text: str) -> list[tuple[str, tuple[str, ...]]]:
    quotes = {id_: tuple(one_line(text[q.start : q.end]) for q in found) for id_, found in answer.quotes.items()}
    return [(p.id, quotes[p.id]) for p in question.points]


def seconds(questions: Iterable[Question], draft: Progress, asker: Asker, stemmer: Stemmer) -> Iterable[Question]:
    """The second questions, where a first answer asks for more and there is more."""
    for question in questions:
        _, answer, _ = draft.used.get(question.requirement.id, (None, None, None))
        if answer is None or not answer.asks_for_more:
            continue
        known = [p.number for p in question.passages]
        found = further(asker.evidence, answer.words, answer.headings, stemmer, known)
        if found:
            yield asker.second(question, found)
