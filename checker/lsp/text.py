"""The text of a draft as an editor sees it. Lines and columns count from 0, columns in characters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from checker.knowledge.names import GC

_BREAK = re.compile(r"\r\n|\r|\n")
_PREFIX = re.compile(r"(?im)^[^\S\r\n]*@?prefix\s+([\w.-]*):\s*<([^<>\s]*)>")
_WORD = re.compile(r"<[^<>\s]*>|[\w.-]*:[\w-]+(?:\.[\w-]+)*|[A-Za-z]+-[0-9]+(?:-[\w-]+)?")


@dataclass(frozen=True, slots=True)
class Stretch:
    """From a spot to the one past the end."""

    line: int
    column: int
    end_line: int
    end_column: int


def lines_of(text: str) -> list[str]:
    """Lines as the protocol counts them: other separators, such as U+2028, break none."""
    return _BREAK.split(text)


_USUAL = {"gc": GC}


def prefixes_of(text: str, given: Mapping[str, str] = _USUAL) -> Mapping[str, str]:
    """Namespaces by prefix, beside those that are given, as far as each stands on a line of its own."""
    return {**given} | dict(_PREFIX.findall(text))


def word_at(lines: list[str], line: int, column: int) -> tuple[str, Stretch] | None:
    """The name, IRI or id that a spot is in or right behind."""
    if line >= len(lines):
        return None
    for found in _WORD.finditer(lines[line]):
        if found.start() <= column <= found.end():
            return found[0], Stretch(line, found.start(), line, found.end())
    return None


def iri_of(word: str, prefixes: Mapping[str, str]) -> str:
    """What a name stands for; empty where its prefix is not declared."""
    if word.startswith("<"):
        return word.strip("<>")
    prefix, colon, name = word.partition(":")
    return prefixes[prefix] + name if colon and prefix in prefixes else ""


def token_at(lines: list[str], line: int, column: int) -> Stretch:
    """From a spot to the end of what is written there without a space."""
    rest = lines[line][column:] if line < len(lines) else ""
    found = re.match(r"<[^<>\s]*>|[^\s;,()\[\]]+|\S", rest)
    return Stretch(line, column, line, column + (len(found[0]) if found else 0))


def cut(lines: list[str], of: Stretch) -> str:
    """What stands at a stretch of one line."""
    return lines[of.line][of.column : of.end_column] if of.line < len(lines) else ""
