"""The HTML report: one file that loads nothing, for reading, filtering and printing."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from checker.report import STRENGTHS, VERDICTS, Report
from checker.reports.issues import exempt
from checker.reports.notes import note_line, of_run
from checker.reports.page import draft_pages
from checker.reports.templating import environment, policy
from checker.reports.texts import InterfaceTexts, Wording

TEMPLATES = Path(__file__).parent.parent / "templates"
STYLES = ("base.css", "summary.css", "filters.css", "cards.css", "print.css")
SCRIPTS = ("list.js", "page.js")


def render(report: Report, texts: InterfaceTexts) -> str:
    """The whole page. Everything that comes from a draft is escaped and stays text."""
    say = Wording(texts)
    style, script = _inlined(STYLES), f'(() => {{\n"use strict";\n{_inlined(SCRIPTS)}}})();\n'
    return (
        _environment()
        .get_template("report.html.j2")
        .render(
            report=report,
            pages=draft_pages(report),
            t=say,
            told=[note_line(remark.of) for remark in of_run(report, say)],
            style=Markup(style),  # noqa: S704 -- our own files, which hold nothing of a draft
            script=Markup(script),  # noqa: S704
            policy=policy(style, script),
        )
    )


def _inlined(names: tuple[str, ...]) -> str:
    return "".join((TEMPLATES / name).read_text(encoding="utf-8") for name in names)


@cache
def _environment() -> Environment:
    made = environment(TEMPLATES)
    made.globals.update(VERDICTS=VERDICTS, STRENGTHS=STRENGTHS)
    made.filters["exempt"] = exempt
    return made
