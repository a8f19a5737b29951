"""An answer to what it says of each point, where everything that it quotes stands in the draft."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from checker.reader.question import Point, Question
from checker.reader.quotes import QuoteFinder
from checker.report import Verdict

Holds = Literal["yes", "partly", "no"]
Why = Literal[
    "quote", "to-reader", "unquoted", "claims", "verdict", "malformed", "refused", "cut", "time-out", "unreachable",
    "status", "too-long", "redirect", "unanswered", "limit",
]  # fmt: skip
"""Why an answer is not used, or why there is none."""
WHYS: tuple[Why, ...] = get_args(Why)
SCHEMA = json.loads((Path(__file__).parent / "answer.schema.json").read_text(encoding="utf-8"))
_FENCED = re.compile(r"\A\s*```(?:json)?\s*\n(.*)\n\s*```\s*\Z", re.DOTALL)
_MOST_QUOTES, _MOST_WORDS, _MOST_HEADINGS, _LONGEST = 8, 12, 6, 100


class UnusableError(Exception):
    """An answer that cannot be used."""

    def __init__(self, why: Why) -> None:
        self.why: Why = why
        super().__init__(why)


@dataclass(frozen=True, slots=True)
class Quote:
    """A place in the draft, as characters of its text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered, checked: quotes by point, and what is asked for besides."""

    verdict: Verdict
    holds: Mapping[str, Holds]
    quotes: Mapping[str, tuple[Quote, ...]]
    words: tuple[str, ...]
    headings: tuple[str, ...]

    @property
    def asks_for_more(self) -> bool:
        return bool(self.words or self.headings)


def read_answer(content: str, question: Question, quotes: QuoteFinder, withheld: tuple[Quote, ...]) -> Answer:
    """``withheld`` are the places that speak to the reader. Raises UnusableError where the answer does not hold."""
    said = _parsed(content)
    by_id = {c["id"]: c for c in said["claims"]}
    if len(by_id) != len(said["claims"]) or by_id.keys() != {p.id for p in question.points}:
        raise UnusableError("claims")
    found = {p.id: _quotes(by_id[p.id]["quotes"], quotes, withheld) for p in question.points}
    for point in question.points:
        if not found[point.id] and _needs_quote(question, point, by_id[point.id]["holds"]):
            raise UnusableError("unquoted")
    more = said["more"] or {"words": [], "headings": []}
    return Answer(
        verdict=said["verdict"],
        holds={p.id: by_id[p.id]["holds"] for p in question.points},
        quotes=found,
        words=_short(more["words"], _MOST_WORDS),
        headings=_short(more["headings"], _MOST_HEADINGS),
    )


def _needs_quote(question: Question, point: Point, holds: Holds) -> bool:
    """What is said against the silence of the draft needs a quote, and what is said against a first reading."""
    if question.doubts:
        return holds != "yes"
    if point.kind == "everywhere" or point.assumed == "yes":
        return holds != "yes"
    return holds != "no"


def _quotes(said: list[str], finder: QuoteFinder, withheld: tuple[Quote, ...]) -> tuple[Quote, ...]:
    if len(said) > _MOST_QUOTES:
        raise UnusableError("malformed")
    found = []
    for text in (line for quote in said for line in _lines(quote, finder)):
        places = [Quote(*place) for place in finder.find(text)]
        if not places:
            raise UnusableError("quote")
        free = [p for p in places if not any(p.start < w.end and w.start < p.end for w in withheld)]
        if not free:
            raise UnusableError("to-reader")
        found.append(free[0])
    return tuple(dict.fromkeys(found))


def _lines(quote: str, finder: QuoteFinder) -> list[str]:
    """A quote, or where it is none as a whole, its lines: a passage is shown with its lead in brackets on the line
    above, and readers quote the two together. Each line has to stand in the draft."""
    if "\n" not in quote or finder.find(quote):
        return [quote]
    lines = [line.strip() for line in quote.splitlines() if line.strip()]
    return [line[1:-1] if line.startswith("(") and line.endswith(")") else line for line in lines]


def _parsed(content: str) -> Any:
    fenced = _FENCED.match(content)
    try:
        said = json.loads(fenced[1] if fenced else content)
    except (ValueError, RecursionError):
        raise UnusableError("malformed") from None
    if isinstance(said, dict):
        said = {"missing": [], "more": None, **said}
    problem = next(iter(_validator().iter_errors(said)), None)
    if problem is not None:
        raise UnusableError("verdict" if list(problem.absolute_path) == ["verdict"] else "malformed")
    return said


@cache
def _validator() -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(SCHEMA)


def _short(texts: list[str], most: int) -> tuple[str, ...]:
    return tuple(t.strip()[:_LONGEST] for t in texts[:most] if t.strip())
