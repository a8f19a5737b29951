"""One of the first things to mend, as lines of a memo."""

from __future__ import annotations

from docx.oxml.xmlchemy import BaseOxmlElement

from checker.report import RequirementOutcome
from checker.reports.display import one_line, shorten
from checker.reports.lacking import lacking
from checker.sent_back.docx.paragraphs import paragraph, run
from checker.sent_back.looks import SOFT
from checker.sent_back.material import Material
from checker.sent_back.words import guidance, verdict_words


def mend(number: int, row: RequirementOutcome, material: Material) -> list[BaseOxmlElement]:
    say = material.say
    head = [
        run(f"{number}.  ", size=10, bold=True),
        run(f"{shorten(row.title, 140)} ", size=10, bold=True),
        run(f"({one_line(row.id)}, {say(f'strength-{row.strength}').lower()})", size=9, colour=SOFT),
    ]
    made: list[BaseOxmlElement] = [paragraph(*head, above=4, below=1, indent=18, hanging=18, together=True)]
    lacks = " ".join(lacking(row, 2)) if row.verdict != "not-stated" else ""
    lines = [
        ("", verdict_words(row, say)),
        (say("sent-missing"), lacks),
        (say("sent-remedy"), shorten(row.remedy or row.statement, 300)),
        (say("sent-guidance"), guidance(row, 2)),
    ]
    for label, text in lines:
        if text:
            runs = [run(f"{label} ", size=9, bold=True)] if label else []
            made.append(paragraph(*runs, run(text, size=9), below=1, indent=18))
    return made
