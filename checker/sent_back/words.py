"""What is said of a requirement, in words, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.report import Evidence, RequirementOutcome
from checker.reports.display import one_line, place, shorten, visible
from checker.reports.lacking import lacking
from checker.reports.texts import Wording
from checker.sent_back.remarks import Remark, is_plain

_LONG = 400


@dataclass(frozen=True, slots=True)
class Line:
    """``head`` is set bold before ``text``; either may be empty."""

    head: str
    text: str = ""

    def __str__(self) -> str:
        return f"{self.head} {self.text}".strip()


def remark_lines(remark: Remark, say: Wording) -> tuple[Line, ...]:
    """A remark as it stands in a comment. Safe to write: nothing acts unseen."""
    plain = [row for row in remark.rows if is_plain(row)]
    lines = [line for row in remark.rows if not is_plain(row) for line in _entry(row, say, brief=remark.brief)]
    if plain:
        names = "; ".join(f"{one_line(row.id)} {shorten(row.title, 120)}" for row in plain)
        lines.append(Line(say("sent-confirmed-met"), names))
    return tuple(lines)


def verdict_words(row: RequirementOutcome, say: Wording) -> str:
    """The verdict, who decided and what had been proposed; or that it is a first reading."""
    verdict = say(f"verdict-{row.verdict}")
    by = row.decided_by
    if by is None:
        return say("sent-proposal", verdict=verdict) if row.needs_review else verdict
    said = say("sent-decided", verdict=verdict, who=shorten(by.who, 80) or "?", date=say.date(visible(by.time)))
    if by.proposed != row.verdict:
        said += " " + say("sent-proposed", verdict=say(f"verdict-{by.proposed}"))
    return said


def guidance(row: RequirementOutcome, few: int = 2) -> str:
    """The document and place of the clauses behind a requirement."""
    refs = dict.fromkeys(f"{one_line(p.document)}, {shorten(p.locator, 90)}" for p in row.provisions)
    shown = list(refs)[:few]
    return "; ".join(shown) + (f" (+ {len(refs) - few})" if len(refs) > few else "")


def where(passage: Evidence, say: Wording) -> str:
    """Page and headings of a passage."""
    parts = [say("page-n", n=passage.page)] if passage.page else []
    return ", ".join((*parts, place(passage))) if passage.heading else "".join(parts)


def _entry(row: RequirementOutcome, say: Wording, *, brief: bool) -> Iterator[Line]:
    yield Line(f"{one_line(row.id)} {one_line(row.title)}")
    yield Line("", verdict_words(row, say))
    if row.decided_by and row.decided_by.why:
        yield Line(say("sent-why"), visible(row.decided_by.why))
    if row.comment:
        yield Line(say("sent-comment"), visible(row.comment))
    lacks = lacking(row, 2) if brief else lacking(row)
    if lacks:
        yield Line(say("sent-missing"), " ".join(lacks))
    if row.remedy and row.verdict in ("partly-met", "not-met") and not brief:
        yield Line(say("sent-remedy"), shorten(row.remedy, _LONG))
    if row.provisions:
        yield Line(say("sent-guidance"), guidance(row, 1 if brief else 2))
