"""A small file to learn from, in the language of the page."""

from __future__ import annotations

from pathlib import Path

from checker.reports.texts import Wording
from ui.uploads import Draft

_FILE = Path(__file__).with_name("example.ttl")
PARTS = (("data-start-draft", 5), ("data-start-states", 7), ("data-start-wording", 10))
"""What there is to see in it: a text, and the line that shows it."""


def example(language: str, t: Wording) -> Draft:
    text = _FILE.read_text("utf-8").replace("LANGUAGE", language)
    filled = text.replace("TITLE", t("data-start-title")).replace("WORDS", t("data-start-words"))
    return Draft("example.ttl", filled.encode())
