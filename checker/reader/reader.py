"""The reader of a run: asks about each draft what the options allow, and puts the answers that hold in the report."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checker.errors import CallError
from checker.evidence import DraftEvidence
from checker.evidence.words import Stemmer
from checker.knowledge import Knowledge
from checker.knowledge.model import Requirement
from checker.reader.answer import Answer, Quote, UnusableError, Why, read_answer
from checker.reader.apply import Applier
from checker.reader.asking import ask_all
from checker.reader.batch import Answers, batch_lines, read_answers
from checker.reader.cache import Cache, cache_folder
from checker.reader.counts import Counts, before, strangers
from checker.reader.injection import ToReader
from checker.reader.notes import notes
from checker.reader.options import ReaderOptions, checked
from checker.reader.passages import further
from checker.reader.preview import preview_text
from checker.reader.prompt import VERSION
from checker.reader.question import Asker, Question
from checker.reader.quotes import QuoteFinder
from checker.reader.replies import Reply
from checker.report import ReadBy, RequirementOutcome
from checker.verdicts.outcomes import OutcomeWriter

Tell = Callable[[str], None]


@dataclass
class Reader:
    """``tell`` is given lines for the person who waits, ``watch`` how many of how many questions are answered."""

    options: ReaderOptions
    knowledge: Knowledge
    tell: Tell
    watch: Callable[[int, int], None]
    _counts: Counts = field(default_factory=Counts)
    _sent: int = 0
    _open: list[Question] = field(default_factory=list)
    _known: set[str] = field(default_factory=set)
    _drafts: set[str] = field(default_factory=set)
    _answers: Answers = field(default_factory=lambda: Answers({}, 0, 0))

    def __post_init__(self) -> None:
        checked(self.options)
        self._to_reader = ToReader(self.knowledge)
        self._answers = read_answers(self.options.answers)
        self._cache = Cache(cache_folder(), self.options.url or "", self.options.model or "")

    def read(
        self,
        evidence: DraftEvidence,
        requirements: Sequence[Requirement],
        outcomes: Sequence[RequirementOutcome],
        language: str,
    ) -> tuple[tuple[RequirementOutcome, ...], tuple[str, ...]]:
        """The outcomes, with what was read in the place of what was not, and notes for the report."""
        document = evidence.document
        self._drafts.add(document.sha256)
        asker = Asker(evidence, self.knowledge, language, self._to_reader)
        by_id = {o.id: o for o in outcomes}
        asked = [q for r in requirements if (q := asker.first(r, by_id[r.id].applies))]
        held_back = [p for p in document.passages if self._to_reader.speaks(p.text)]
        draft = _Draft(QuoteFinder(document), tuple(Quote(p.start, p.end) for p in held_back))
        name = Path(document.path).name
        self._round(asked, draft, name)
        stemmer = Stemmer(self.knowledge.languages[language])
        self._round(list(_seconds(asked, draft, asker, stemmer)), draft, name)
        applier = Applier(document, OutcomeWriter(self.knowledge, language), tampered=bool(held_back))
        for id_, (question, answer, read_by) in draft.used.items():
            by_id[id_] = applier.outcome(by_id[id_], question, answer, read_by)
        whys = Counter(why for id_, why in draft.whys.items() if id_ not in draft.used)
        who = ", ".join(sorted({read_by.model for _, _, read_by in draft.used.values()}))
        said = notes(
            self.knowledge, language, read=len(draft.used), of=len(outcomes), whys=whys, to_reader=held_back, who=who,
            host=self.options.host,
        )  # fmt: skip
        return tuple(by_id[o.id] for o in outcomes), () if self.options.preview else said

    def finish(self) -> None:
        """Writes what is to be written, and says what became of the questions. Raises CallError."""
        if self.options.preview:
            self._write(self.options.preview, preview_text(self._open, self.options))
            return
        if self.options.batch:
            lines = "".join(f"{line}\n" for line in batch_lines(self._open, self.options.model or ""))
            self._write(self.options.batch, lines)
            tokens = sum(q.tokens for q in self._open)
            self.tell(f"wrote {self.options.batch}: {len(self._open)} questions, about {tokens:,} tokens")
        if self.options.answers and (said := strangers(self._answers, self._known, self._drafts)):
            self.tell(said)
        if self.options.url or self.options.answers:
            self.tell(self._counts.line())
        self._cache.prune()

    def _round(self, questions: Sequence[Question], draft: _Draft, name: str) -> None:
        """Answers from files, then from the cache, then from the endpoint; what is left is kept for the batch."""
        self._known.update(q.id for q in questions)
        replies = {q.id: self._answers.by_id[q.id] for q in questions if q.id in self._answers.by_id}
        rest = [q for q in questions if q.id not in replies]
        if self.options.url:
            replies |= {q.id: r for q in rest if (r := self._cache.get(q))}
            rest = [q for q in rest if q.id not in replies]
        if self.options.url or self.options.batch:
            rest = self._within_limit(rest, replies)
        if rest and self.options.url and not self.options.preview:
            replies |= self._live(rest, name, sum(r.cached for r in replies.values()))
        self._open.extend(q for q in rest if q.id not in replies)
        for question in questions:
            self._take(question, replies.get(question.id, Reply(why="unanswered")), draft)

    def _within_limit(self, questions: list[Question], replies: dict[str, Reply]) -> list[Question]:
        left = len(questions) if self.options.limit is None else max(0, self.options.limit - self._sent)
        replies |= {q.id: Reply(why="limit") for q in questions[left:]}
        self._sent += len(questions[:left])
        return questions[:left]

    def _live(self, questions: Sequence[Question], name: str, cached: int) -> dict[str, Reply]:
        self.tell(before(questions, self.options, name, cached))
        answered = 0

        def progress(done: int) -> None:
            nonlocal answered
            answered = done
            self.watch(done, len(questions))

        try:
            return ask_all(questions, self.options, self._cache, progress)
        except KeyboardInterrupt:
            raise KeyboardInterrupt(f"stopped; {answered} of {len(questions)} answers came and are kept") from None

    def _take(self, question: Question, reply: Reply, draft: _Draft) -> None:
        why: Why | None = reply.why
        id_ = question.requirement.id
        if why is None:
            try:
                answer = read_answer(reply.content, question, draft.quotes, draft.withheld)
            except UnusableError as unusable:
                why = unusable.why
            else:
                model = reply.model or self.options.model or "?"
                draft.used[id_] = question, answer, ReadBy(model, VERSION, reply.time, reply.cached)
        if why is not None:
            draft.whys[id_] = why
        self._counts.add(reply, why)

    def _write(self, file: Path, text: str) -> None:
        if str(file) == "-":
            sys.stdout.write(text)
            return
        try:
            file.write_text(text, encoding="utf-8")
        except OSError as error:
            raise CallError(
                f"the questions cannot be written ({error.strerror or error})", where=str(file), remedy="name another"
            ) from error


@dataclass
class _Draft:
    """What became of the questions on one draft, by requirement id."""

    quotes: QuoteFinder
    withheld: tuple[Quote, ...]
    used: dict[str, tuple[Question, Answer, ReadBy]] = field(default_factory=dict)
    whys: dict[str, Why] = field(default_factory=dict)


def _seconds(questions: Iterable[Question], draft: _Draft, asker: Asker, stemmer: Stemmer) -> Iterable[Question]:
    """The second questions, where a first answer asks for more and there is more."""
    for question in questions:
        _, answer, _ = draft.used.get(question.requirement.id, (None, None, None))
        if answer is None or not answer.asks_for_more:
            continue
        known = [p.number for p in question.passages]
        found = further(asker.evidence, answer.words, answer.headings, stemmer, known)
        if found:
            yield asker.second(question, found)
