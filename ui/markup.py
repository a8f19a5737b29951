"""HTML for the page. Whatever comes from a draft is escaped by the templates and stays text."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from checker.report import RequirementOutcome
from checker.reports import display
from checker.reports.charts import segments
from checker.reports.templating import environment
from checker.reports.texts import Wording

HERE = Path(__file__).parent
STYLE = HERE / "page.css"
ACTING_STYLE = HERE / "acting.css"
"""Of tables in which things can be pressed; sent once, not with each of them."""
KNOWLEDGE_STYLE = HERE / "knowledge.css"
"""Of the pages on the guidance, on describing, on data and on profiles."""
ICON = str(HERE / "icon.svg")
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")

COLOURS = {
    "met": "blue",
    "partly-met": "yellow",
    "not-met": "red",
    "not-stated": "violet",
    "not-applicable": "gray",
}
"""Streamlit's name of each verdict's colour; config.toml says what it looks like."""
ICONS = {
    "met": ":material/check_circle:",
    "partly-met": ":material/contrast:",
    "not-met": ":material/cancel:",
    "not-stated": ":material/radio_button_unchecked:",
    "not-applicable": ":material/remove:",
}


def html(template: str, t: Wording, **values: object) -> str:
    """A template of ``ui/templates``, filled."""
    return _environment().get_template(f"{template}.html.j2").render(t=t, **values)


def plain(text: str) -> str:
    """Markdown that shows as this text: links, pictures and marks in it stay signs."""
    return _PUNCTUATION.sub(r"\\\1", display.one_line(text))


def badge(verdict: str, t: Wording) -> str:
    """Markdown of a verdict in its colour."""
    return f":{COLOURS[verdict]}-badge[{plain(t('verdict-' + verdict))}]"


def row_label(row: RequirementOutcome, t: Wording) -> str:
    """Markdown of a requirement's line in the list."""
    facts = [row.id, t(f"strength-{row.strength}"), row.theme_label or row.theme]
    if row.needs_review:
        facts.append(t("needs-review"))
    return f"{badge(row.verdict, t)} **{plain(row.title)}** :gray[{plain(' · '.join(facts))}]"


def _css(text: str) -> Markup:
    """Text for a CSS string: signs as code points, so that nothing ends the string."""
    return Markup("".join(c if c.isalnum() else f"\\{ord(c):x} " for c in text))  # noqa: S704 -- letters and digits


@cache
def _environment() -> Environment:
    made = environment(HERE / "templates")
    made.globals["segments"] = segments
    made.filters["css"] = _css
    return made
