"""Every word of a corpus in one line, by form and by stem, so that a wording is found by looking, not by reading."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from checker.evidence.inflections import LEAST, inflections_of_one, numbers_of
from checker.evidence.wordings import Matcher, Step
from checker.evidence.words import Token

_FARTHEST = 12
"""Words of any sort that may stand between two words of a wording."""


class TokenLine:
    """The tokens of many texts one after another. A text is known by its number; places are indexes into the line."""

    def __init__(self, texts: Iterable[tuple[int, tuple[Token, ...]]], endings: frozenset[str]) -> None:
        self.tokens: list[Token] = []
        self.text_of: list[int] = []
        self._weight: list[int] = []
        """How many words that carry something stand up to here."""
        self._forms: dict[str, list[int]] = defaultdict(list)
        self._raw: dict[str, list[int]] = defaultdict(list)
        self._stems: dict[str, list[int]] = defaultdict(list)
        self._known: dict[Matcher, list[int]] = {}
        self._endings = endings
        count = 0
        for number, tokens in texts:
            for token in tokens:
                at = len(self.tokens)
                count += not token.little
                self.tokens.append(token)
                self.text_of.append(number)
                self._weight.append(count)
                self._forms[token.form].append(at)
                self._raw[token.raw].append(at)
                self._stems[token.stem].append(at)

    def find(self, steps: tuple[Step, ...]) -> Iterator[tuple[int, int]]:
        """First and last place of each occurrence."""
        if not steps:
            return
        found = self._step(steps[0])
        for step in steps[1:]:
            if not found:
                return
            starts = self._step(step)
            if not starts:
                return
            by_start = dict(starts)
            order = sorted(by_start)
            found = [
                (first, by_start[after])
                for first, last in found
                if (after := self._after(last, order, step.gap)) is not None
            ]
        yield from found

    def _after(self, last: int, order: list[int], gap: int) -> int | None:
        at = bisect_left(order, last + 1)
        if at == len(order):
            return None
        place = order[at]
        between = self._weight[place - 1] - self._weight[last]
        near = place - last <= _FARTHEST and between <= gap and self.text_of[place] == self.text_of[last]
        return place if near else None

    def _step(self, step: Step) -> list[tuple[int, int]]:
        return [pair for run in step.runs for pair in self._run(run)]

    def _run(self, run: tuple[Matcher, ...]) -> list[tuple[int, int]]:
        if len(run) == 1:
            return [(p, p) for p in self._places(run[0])]
        places = [self._places(m) for m in run]
        rarest = min(range(len(run)), key=lambda n: len(places[n]))
        if not places[rarest]:
            return []
        rest = [(n - rarest, frozenset(there)) for n, there in enumerate(places) if n != rarest]
        length, text_of = len(run), self.text_of
        firsts = (p - rarest for p in places[rarest] if all(p + n in there for n, there in rest))
        return [(p, p + length - 1) for p in firsts if text_of[p] == text_of[p + length - 1]]

    def _places(self, matcher: Matcher) -> list[int]:
        if matcher.by == "capitals":
            return [p for p in self._forms.get(matcher.text, []) if self.tokens[p].capitals]
        if matcher.by == "form":
            return self._forms.get(matcher.text, [])
        if matcher.by == "stem":
            return self._stems.get(matcher.text, [])
        if matcher not in self._known:
            by = self._inflected if matcher.by == "inflection" else self._beginning
            self._known[matcher] = by(matcher)
        return self._known[matcher]

    def _inflected(self, matcher: Matcher) -> list[int]:
        word = matcher.text
        alike = {f for f in self._raw_beginning(word[:LEAST]) if inflections_of_one(f, word, self._endings)}
        found = {p for form in alike for p in self._raw[form]}
        return sorted(found.union(*(self._forms.get(form, ()) for form in numbers_of(word))))

    def _raw_beginning(self, prefix: str) -> list[str]:
        low = bisect_left(self._raw_vocabulary, prefix)
        high = bisect_left(self._raw_vocabulary, prefix + "\uffff")
        return self._raw_vocabulary[low:high]

    def _beginning(self, matcher: Matcher) -> list[int]:
        low = bisect_left(self._vocabulary, matcher.text)
        high = bisect_left(self._vocabulary, matcher.text + "\uffff")
        return sorted(place for form in self._vocabulary[low:high] for place in self._forms[form])

    @cached_property
    def _vocabulary(self) -> list[str]:
        return sorted(self._forms)

    @cached_property
    def _raw_vocabulary(self) -> list[str]:
        return sorted(self._raw)
