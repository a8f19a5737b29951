"""What readers note of a file, in the language of whoever reads the report. Readers know no ontology and write English;
the ontology has each of their sentences, with what differs from file to file left open."""

from __future__ import annotations

import re
from functools import lru_cache

from checker.knowledge import Knowledge

PREFIX = "note-read-"
_OPEN = re.compile(r"\{(\w+)\}")


def note_in(note: str, knowledge: Knowledge, language: str) -> str:
    """The note in that language, whichever of ours it comes in; as it is where the ontology does not have it."""
    for name, pattern in _patterns(knowledge):
        found = pattern.fullmatch(note)
        if found is not None:
            texts = knowledge.interface_texts(language)
            given = {key: _pages(value, knowledge, texts) for key, value in found.groupdict().items()}
            return texts[name].format(**given)
    return note


@lru_cache(maxsize=4)
def _patterns(knowledge: Knowledge) -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = {}
    for language in knowledge.languages:
        for name, text in knowledge.interface_texts(language).items():
            if name.startswith(PREFIX):
                found[text] = name, _pattern(text)
    return tuple(found.values())


def _pattern(text: str) -> re.Pattern[str]:
    parts = _OPEN.split(text)
    return re.compile("".join(f"(?P<{p}>.+)" if n % 2 else re.escape(p) for n, p in enumerate(parts)))


def _pages(value: str, knowledge: Knowledge, texts: dict[str, str]) -> str:
    """Numbers of pages, said in any of our languages, in that of the texts."""
    ours = [knowledge.interface_texts(language) for language in knowledge.languages]
    for name in ("page-n", "note-pages-more", "note-pages"):
        for said in ours:
            found = _pattern(said[name]).fullmatch(value)
            if found is not None and found["n"][:1].isdigit():
                return texts[name].format(n=found["n"])
    return value
