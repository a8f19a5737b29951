"""The reader of a run: asks about each draft what the options allow, and puts the answers that hold in the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checker.evidence import DraftEvidence
from checker.evidence.words import Stemmer
from checker.knowledge import Knowledge
from checker.knowledge.model import Requirement
from checker.places import cache_folder
from checker.reader.again import Progress, read_as, seconds
from checker.reader.answer import Quote, UnusableError, Why, read_answer
from checker.reader.apply import Applier
from checker.reader.batch import batch_lines, read_answers, write
from checker.reader.cache import Cache
from checker.reader.counts import Counts, strangers
from checker.reader.injection import ToReader
from checker.reader.notes import notes
from checker.reader.options import ReaderOptions, checked
from checker.reader.preview import preview_text
from checker.reader.prompt import VERSION
from checker.reader.question import Asker, Question
from checker.reader.quotes import QuoteFinder
from checker.reader.replies import Reply
from checker.reader.sources import Sources
from checker.report import STRENGTHS, ReadBy, RequirementOutcome
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
    _drafts: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        checked(self.options)
        self._to_reader = ToReader(self.knowledge)
        cache = Cache(cache_folder() / "reader", self.options.url or "", self.options.model or "")
        self._sources = Sources(self.options, read_answers(self.options.answers), cache, self.tell, self.watch)

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
        by_strength = sorted(requirements, key=lambda r: STRENGTHS.index(r.strength))
        asked = [q for r in by_strength if (q := asker.first(r, by_id[r.id].applies))]
        held_back = [p for p in document.passages if self._to_reader.speaks(p.text)]
        tampered = bool(held_back) or any(self._to_reader.speaks(p.lead) for p in document.passages if p.lead)
        draft = Progress(QuoteFinder(document), tuple(Quote(p.start, p.end) for p in held_back))
        name = Path(document.path).name
        self._round(asked, draft, name)
        stemmer = Stemmer(self.knowledge.languages[language])
        self._round(list(seconds(asked, draft, asker, stemmer)), draft, name)
        applier = Applier(document, OutcomeWriter(self.knowledge, language), tampered=tampered)
        read = {id_: applier.outcome(by_id[id_], *used) for id_, used in draft.used.items()}
        if self.options.doubt:
            met = [draft.used[id_] for id_, outcome in read.items() if outcome.verdict == "met"]
            self._round([asker.doubting(q, read_as(q, a, document.text)) for q, a, _ in met], draft, name)
            read |= {id_: applier.outcome(by_id[id_], *draft.used[id_], doubt) for id_, doubt in draft.doubts.items()}
        fell = sum(read[id_].verdict != "met" for id_ in draft.doubts)
        by_id |= read
        whys = Counter(why for id_, why in draft.whys.items() if id_ not in draft.used)
        who = ", ".join(sorted({read_by.model for _, _, read_by in draft.used.values()}))
        said = notes(
            self.knowledge, language, read=len(draft.used), of=len(outcomes), whys=whys, to_reader=held_back, who=who,
            host=self.options.host, doubted=(fell, len(draft.doubts)),
        )  # fmt: skip
        return tuple(by_id[o.id] for o in outcomes), () if self.options.preview else said

    def finish(self) -> None:
        """Writes what is to be written, and says what became of the questions. Raises CallError."""
        if self.options.preview:
            write(self.options.preview, preview_text(self._sources.open, self.options))
            if str(self.options.preview) != "-":
                self.tell(f"wrote {self.options.preview}: {len(self._sources.open)} questions, none of them sent")
            return
        if self.options.batch:
            lines = "".join(f"{line}\n" for line in batch_lines(self._sources.open, self.options.model or ""))
            write(self.options.batch, lines)
            tokens = sum(q.tokens for q in self._sources.open)
            self.tell(f"wrote {self.options.batch}: {len(self._sources.open)} questions, about {tokens:,} tokens")
        if self.options.answers and (said := strangers(self._sources.answers, self._sources.known, self._drafts)):
            self.tell(said)
        if self.options.url or self.options.answers:
            self.tell(self._counts.line())
        self._sources.cache.prune()

    def _round(self, questions: Sequence[Question], draft: Progress, name: str) -> None:
        replies = self._sources.replies(questions, name)
        for question in questions:
            self._take(question, replies[question.id], draft)

    def _take(self, question: Question, reply: Reply, draft: Progress) -> None:
        why: Why | None = reply.why
        id_ = question.requirement.id
        if why is None:
            try:
                answer = read_answer(reply.content, question, draft.quotes, draft.withheld)
            except UnusableError as unusable:
                why = unusable.why
            else:
                model = reply.model or self.options.model or "?"
                if question.doubts:
                    draft.doubts[id_] = answer
                else:
                    draft.used[id_] = question, answer, ReadBy(model, VERSION, reply.time, reply.cached)
        if why is not None:
            draft.whys[id_] = why
        self._counts.add(reply, why)
