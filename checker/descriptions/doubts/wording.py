"""A doubt as a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from checker.report import Doubt


def in_words(doubt: Doubt, texts: Mapping[str, str]) -> str:
    """``texts`` are the words of the interface in one language."""
    said = texts[f"doubt-{doubt.of}"].format(term=doubt.term)
    if doubt.near:
        said += " " + texts["doubt-near"].format(near=doubt.near)
    return texts["doubt-line"].format(line=doubt.line, said=said) if doubt.line else said
