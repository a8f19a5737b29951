"""Formats by name. A new format is one more file in ``formats`` with a function ``render``."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, cast

from checker.errors import CallError
from checker.report import Report
from checker.reports import formats
from checker.reports.texts import InterfaceTexts

FORMATS: tuple[str, ...] = tuple(sorted(module.name for module in iter_modules(formats.__path__)))
ENDINGS: dict[str, str] = {
    ".csv": "csv",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".md": "markdown",
    ".earl.ttl": "earl",
    ".sarif": "sarif",
    ".sarif.json": "sarif",
    ".ttl": "shacl",
    ".txt": "text",
    ".xml": "junit",
}
"""The format that a file's name asks for; of several endings that fit, the longest counts."""
WITHOUT_PLACES = frozenset(("html", "json", "text"))
"""Formats that show no lines of RDF files, which take time to find."""


class Formatter(Protocol):
    """What a file in ``formats`` holds."""

    def render(self, report: Report, texts: InterfaceTexts) -> str: ...


def format_of(name: str) -> str:
    """The format that the name of a file asks for. Raises CallError where none does."""
    fitting = [ending for ending in ENDINGS if name.lower().endswith(ending)]
    if not fitting:
        raise CallError(f"no format follows from '{name}'", remedy="give --format before it")
    return ENDINGS[max(fitting, key=len)]


def formatter(name: str) -> Formatter:
    """The formatter of that name, imported when first asked for."""
    if name not in FORMATS:
        raise CallError(f"unknown report format {name!r}", remedy=f"use one of {', '.join(FORMATS)}")
    return cast(Formatter, import_module(f"{formats.__name__}.{name}"))


def render(report: Report, format: str, texts: InterfaceTexts) -> str:
    """The report in that format; ``texts`` are the words of the interface in the report's language."""
    return formatter(format).render(report, texts)
