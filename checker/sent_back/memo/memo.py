"""The memo on a draft: what was checked, what came out, what to mend first, who decided what. Two to six pages."""

from __future__ import annotations

import io

from docx.document import Document

from checker.reports.counts import first_to_mend, tally
from checker.reports.display import draft_name, one_line, percent, short_checksum, shorten, visible
from checker.reports.findings import findings
from checker.sent_back.docx.paragraphs import paragraph, run
from checker.sent_back.front import decided_in_words
from checker.sent_back.looks import SOFT
from checker.sent_back.material import Material
from checker.sent_back.memo.chart import by_coverage, chart, has_issues, legend
from checker.sent_back.memo.mending import mend
from checker.sent_back.memo.style import empty
from checker.sent_back.memo.tables import decision_rows, short_rows, table

_SHORT, _DECISIONS, _NOTES = 34, 14, 8
"""Rows and notes that leave room for all else on six pages."""


def write(material: Material) -> bytes:
    say, draft, report = material.say, material.draft, material.report
    name = draft_name(draft)
    title = say("said-of", what=say("sent-memo-heading"), said=name)
    document = empty(title, shorten(title, 90), report.language, report.generated)
    document.add_paragraph(shorten(title, 160), "Title")
    _facts(document, material)
    _summary(document, material)
    if any(row.verdict != "not-applicable" for row in draft.requirements):
        document.add_heading(say("sent-memo-chart"), 1)
        _add(document, legend(say), chart(draft.requirements))
    _first(document, material)
    _short(document, material)
    _decisions(document, material)
    _notes(document, material)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _facts(document: Document, material: Material) -> None:
    say, draft, report = material.say, material.draft, material.report
    facts = [
        (say("kind-of-draft"), one_line(draft.kind_label or draft.kind)),
        (say("language"), say.language(draft.language)),
        (say("pages"), say.pages(draft.pages) if draft.pages else ""),
        (say("profile"), one_line(report.profile_label or report.profile)),
        (say("checked-on"), say.date(visible(report.generated))),
        (say("checksum"), short_checksum(draft.sha256)),
        (say("knowledge"), short_checksum(report.knowledge)),
    ]
    said = [(head, text) for head, text in facts if text]
    runs = [
        part
        for at, (head, text) in enumerate(said)
        for part in (
            run(say("said-of", what=head, said=""), size=9, colour=SOFT),
            run(text + ("   |   " if at + 1 < len(said) else ""), size=9),
        )
    ]
    _add(document, paragraph(*runs, below=6))


def _summary(document: Document, material: Material) -> None:
    say, draft = material.say, material.draft
    document.add_heading(say("summary-heading"), 1)
    for warning in draft.warnings:
        document.add_paragraph().add_run(one_line(warning)).bold = True
    counts = tally(draft.requirements)
    profile = one_line(material.report.profile_label or material.report.profile)
    if not counts.applicable:
        document.add_paragraph(say("sent-memo-summary-none", profile=profile))
        return
    document.add_paragraph(
        say(
            "sent-memo-summary",
            coverage=percent(counts.coverage),
            profile=profile,
            n=counts.applicable,
            met=counts.of("met"),
            partly=counts.of("partly-met"),
            breaks=counts.of("not-met"),
            silent=counts.of("not-stated"),
        )
    )
    ordered = list(by_coverage(draft.requirements))
    if len(ordered) > 3:
        best, worst = (_themes(some) for some in (ordered[:2], ordered[:-3:-1]))
        document.add_paragraph(say("sent-memo-best", themes=best) + " " + say("sent-memo-worst", themes=worst))
    document.add_paragraph(decided_in_words(material))


def _themes(some: list[tuple[float, str]]) -> str:
    return ", ".join(f"{one_line(label)} ({percent(coverage)})" for coverage, label in some)


def _first(document: Document, material: Material) -> None:
    say = material.say
    document.add_heading(say("first-heading"), 1)
    rows = first_to_mend(finding.lead for finding in findings(material.draft.requirements))
    if not rows:
        document.add_paragraph(say("first-none"))
    for number, row in enumerate(rows, 1):
        _add(document, *mend(number, row, material))


def _short(document: Document, material: Material) -> None:
    if not any(map(has_issues, material.draft.requirements)):
        return
    say = material.say
    rows, left = short_rows(material, _SHORT)
    document.add_heading(say("sent-memo-short"), 1)
    head = [
        say("column-title"),
        say("verdict"),
        say("sent-memo-missing"),
        say("sent-memo-guidance"),
        say("sent-memo-draft"),
    ]
    table(document, (4.2, 2.3, 4.6, 3.5, 2.4), head, rows)
    if left:
        _add(document, paragraph(run(say("sent-memo-rest", n=left), size=9, colour=SOFT)))


def _decisions(document: Document, material: Material) -> None:
    say = material.say
    rows, left = decision_rows(material, _DECISIONS)
    if not rows:
        return
    document.add_heading(say("sent-memo-decisions"), 1)
    head = [
        say("column-title"), say("sent-proposed-head"), say("sent-decided-head"), say("sent-who"), say("sent-when"),
        say("sent-why-head"),
    ]  # fmt: skip
    table(document, (4.2, 2.1, 2.2, 2.0, 3.1, 3.4), head, rows)
    if left:
        _add(document, paragraph(run(say("sent-memo-rest", n=left), size=9, colour=SOFT)))


def _notes(document: Document, material: Material) -> None:
    notes = material.draft.notes[:_NOTES]
    if notes:
        document.add_heading(material.say("notes-heading"), 1)
        for note in notes:
            document.add_paragraph(shorten(note, 300), "List Bullet")


def _add(document: Document, *parts: object) -> None:
    for part in parts:
        document.element.body.insert_element_before(part, "w:sectPr")
