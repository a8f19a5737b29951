"""The HTML report: one file that loads nothing, for reading, filtering and printing."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from checker.report import STRENGTHS, VERDICTS, Report
from checker.reports import display
from checker.reports.issues import exempt
from checker.reports.notes import note_line, of_run
from checker.reports.page import draft_pages
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
            policy=_policy(style, script),
        )
    )


def _inlined(names: tuple[str, ...]) -> str:
    return "".join((TEMPLATES / name).read_text(encoding="utf-8") for name in names)


def _policy(style: str, script: str) -> str:
    """A Content-Security-Policy that allows this style sheet, this script and nothing else."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _shown(value: object) -> object:
    """Every value on its way into the page."""
    return display.visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.globals.update(VERDICTS=VERDICTS, STRENGTHS=STRENGTHS)
    environment.filters.update(
        one_line=display.one_line,
        shorten=display.shorten,
        place=display.place,
        exempt=exempt,
        checksum=display.short_checksum,
    )
    return environment
