"""Where answers come from: files, the cache, the endpoint; and what is left for a batch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from checker.reader.asking import ask_all
from checker.reader.batch import Answers
from checker.reader.cache import Cache
from checker.reader.counts import before
from checker.reader.options import ReaderOptions
from checker.reader.question import Question
from checker.reader.replies import Reply


@dataclass
class Sources:
    """For one run. ``open`` holds the questions that nobody has answered and that may still be asked."""

    options: ReaderOptions
    answers: Answers
    cache: Cache
    tell: Callable[[str], None]
    watch: Callable[[int, int], None]
    open: list[Question] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    _sent: int = 0

    def replies(self, questions: Sequence[Question], name: str) -> dict[str, Reply]:
        """A reply to each question, by its id. ``name`` is the draft's, for the person who waits."""
        self.known.update(q.id for q in questions)
        found = {q.id: self.answers.by_id[q.id] for q in questions if q.id in self.answers.by_id}
        rest = [q for q in questions if q.id not in found]
        if self.options.url:
            found |= {q.id: r for q in rest if (r := self.cache.get(q))}
            rest = [q for q in rest if q.id not in found]
        if self.options.url or self.options.batch:
            left = len(rest) if self.options.limit is None else max(0, self.options.limit - self._sent)
            found |= {q.id: Reply(why="limit") for q in rest[left:]}
            rest = rest[:left]
            self._sent += len(rest)
        if rest and self.options.url and self.options.preview is None:
            found |= self._asked(rest, name, sum(r.cached for r in found.values()))
        self.open.extend(q for q in rest if q.id not in found)
        return {q.id: found.get(q.id, Reply(why="unanswered")) for q in questions}

    def _asked(self, questions: Sequence[Question], name: str, cached: int) -> dict[str, Reply]:
        self.tell(before(questions, self.options, name, cached))
        answered = 0

        def progress(done: int) -> None:
            nonlocal answered
            answered = done
            self.watch(done, len(questions))

        try:
            return ask_all(questions, self.options, self.cache, progress)
        except KeyboardInterrupt:
            raise KeyboardInterrupt(f"stopped; {answered} of {len(questions)} answers came and are kept") from None
