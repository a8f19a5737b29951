"""What became of the questions of a run, for the lines before and after."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from checker.reader.answer import Why
from checker.reader.batch import Answers
from checker.reader.options import ReaderOptions
from checker.reader.question import PREFIX, Question
from checker.reader.replies import Reply

_OURS = re.compile(rf"{PREFIX}_([0-9a-f]{{12}})_[A-Za-z0-9-]+_[A-Za-z0-9-]+_[0-9a-f]{{8}}")
_HERE = ("localhost", "127.0.0.1", "::1")
DISCARDED: frozenset[Why] = frozenset({"quote", "to-reader", "unquoted", "claims", "verdict", "malformed"})
"""Reasons for which an answer is there and not used."""


@dataclass
class Counts:
    """Grows while a run goes on."""

    used: int = 0
    cached: int = 0
    why: Counter[Why] = field(default_factory=Counter)
    tokens_in: int = 0
    tokens_out: int = 0
    detail: str = ""

    def add(self, reply: Reply, why: Why | None) -> None:
        """``why`` is the reason for which the reply is not used, if it is not."""
        self.used += why is None
        self.cached += reply.cached
        self.tokens_in += reply.tokens_in
        self.tokens_out += reply.tokens_out
        if why is not None:
            self.why[why] += 1
            self.detail = self.detail or reply.detail

    def line(self) -> str:
        discarded = sum(n for why, n in self.why.items() if why in DISCARDED)
        failed = sum(self.why.values()) - discarded - self.why["limit"] - self.why["unanswered"]
        parts = [f"reader: {self.used} answers used", f"{self.cached} from the cache", f"{discarded} discarded"]
        parts.append(f"{failed} failed" + (f" ({self.detail})" if self.detail else ""))
        parts += [f"{self.why[w]} {said}" for w, said in _LEFT if self.why[w]]
        if self.tokens_in or self.tokens_out:
            parts.append(f"{self.tokens_in:,} tokens in and {self.tokens_out:,} out as the server counted")
        return ", ".join(parts)


_LEFT: tuple[tuple[Why, str], ...] = (("limit", "not asked (--reader-limit)"), ("unanswered", "without an answer"))


def before(questions: Sequence[Question], options: ReaderOptions, name: str, cached: int) -> str:
    """Says what is about to leave, to whom."""
    tokens = sum(q.tokens for q in questions)
    where = "this machine" if urlsplit(options.url or "").hostname in _HERE else "another machine"
    plain = " unencrypted" if (options.url or "").startswith("http:") and where == "another machine" else ""
    kept = f" ({cached} more are in the cache)" if cached else ""
    return (
        f"{name}: {len(questions)} questions{kept}, about {tokens:,} tokens, go{plain} to {options.host} ({where}), "
        f"model {options.model}, with passages of the draft"
    )


def strangers(answers: Answers, known: Collection[str], drafts: Collection[str]) -> str:
    """One line on the answers that belong to no question asked; empty where there are none."""
    other = outdated = unknown = 0
    for id_ in answers.by_id.keys() - set(known):
        ours = _OURS.fullmatch(id_)
        if ours is None:
            unknown += 1
        elif any(d.startswith(ours[1]) for d in drafts):
            outdated += 1
        else:
            other += 1
    said = (
        (other, "of another draft"),
        (outdated, "to an outdated question"),
        (unknown, "with an unknown id"),
        (answers.malformed, "malformed"),
        (answers.duplicates, "given twice (the later counts)"),
    )
    found = ", ".join(f"{n} {what}" for n, what in said if n)
    return f"reader: answers not used: {found}" if found else ""
