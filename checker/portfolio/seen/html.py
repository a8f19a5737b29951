"""The page of a portfolio: one file that loads nothing, for looking, filtering and printing."""

from __future__ import annotations

import json
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from checker.knowledge import Knowledge
from checker.portfolio.seen.folder import Portfolio
from checker.portfolio.seen.page import FAILURES, OUTLIERS, STEPS, page_of
from checker.portfolio.seen.wording import Names
from checker.report import STRENGTHS, VERDICTS
from checker.reports import display
from checker.reports.formats.html import TEMPLATES as REPORTS
from checker.reports.texts import Wording

TEMPLATES = Path(__file__).parent / "templates"
STYLES = (
    REPORTS / "base.css", REPORTS / "summary.css", REPORTS / "filters.css", REPORTS / "print.css",
    TEMPLATES / "portfolio.css", TEMPLATES / "paper.css",
)  # fmt: skip
SCRIPTS = (TEMPLATES / "unpacked.js", TEMPLATES / "rows.js", TEMPLATES / "opened.js", TEMPLATES / "start.js")
WORDS = (
    "portfolio-rows-of", "portfolio-page-of", "portfolio-line", "portfolio-lacks", "portfolio-unpacked-not",
    "needs-review",
)  # fmt: skip
"""Texts that the scripts ask for."""


def render(portfolio: Portfolio, knowledge: Knowledge, language: str) -> str:
    """The whole page. Everything that comes from a description is escaped and stays text."""
    texts = knowledge.interface_texts(language)
    say = Wording(texts)
    style = "".join(file.read_text("utf-8") for file in STYLES)
    script = '(() => {\n"use strict";\n' + "".join(file.read_text("utf-8") for file in SCRIPTS) + "})();\n"
    words = {name: say(name) for name in WORDS} | {
        name: say(name)
        for name in (*(f"verdict-{v}" for v in VERDICTS), *(f"strength-{s}" for s in STRENGTHS))
    }  # fmt: skip
    return (
        _environment()
        .get_template("portfolio.html.j2")
        .render(
            page=page_of(portfolio, Names(knowledge, language)),
            names=Names(knowledge, language),
            language=language,
            t=say,
            style=Markup(style),  # noqa: S704 -- our own files, which hold nothing of a description
            script=Markup(script),  # noqa: S704
            words=_data(words),
            policy=_policy(style, script),
            STEPS=STEPS,
            MOST_FAILURES=FAILURES,
            MOST_OUTLIERS=OUTLIERS,
        )
    )


def _data(value: object) -> str:
    """For a block of data, which nothing in it ends."""
    return b64encode(json.dumps(value, ensure_ascii=False).encode()).decode("ascii")


def _policy(style: str, script: str) -> str:
    """A Content-Security-Policy that allows this style sheet, this script and nothing else."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode('ascii')}'"


def _shown(value: object) -> object:
    return display.visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _percent(share: float | None) -> str:
    return "–" if share is None else display.percent(share)


def _grouped(n: int) -> str:
    """With thin spaces between thousands, which every language reads."""
    return f"{n:,}".replace(",", "\u202f")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(TEMPLATES), FileSystemLoader(REPORTS)]),
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
        checksum=display.short_checksum,
        percent=_percent,
        grouped=_grouped,
    )
    return environment
