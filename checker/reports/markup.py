"""Texts of drafts within Markdown."""

from __future__ import annotations

import re

from checker.reports.display import one_line, shorten

_ACTS = re.compile(r"([\\`*_{}\[\]#!|~>$@])|(?<=:)(?=//)|(?<=www)(?=\.)")


def plain(text: str) -> str:
    """As it reads, without links, mentions, markup or HTML."""
    line = shorten(text, 400) if len(text) > 400 else one_line(text)
    safe = line.replace("&", "&amp;").replace("<", "&lt;")
    return _ACTS.sub(lambda found: f"\\{found[0]}", safe)
