"""Pages from templates, in which whatever a draft, a person or a file says is escaped, made visible and stays text."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from checker.reports import display


def environment(*folders: Path) -> Environment:
    """Of templates in these folders, the first that has one; a value that is missing is an error."""
    made = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    made.filters.update(
        one_line=display.one_line, shorten=display.shorten, place=display.place, checksum=display.short_checksum
    )
    return made


def policy(style: str, script: str) -> str:
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
