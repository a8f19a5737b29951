"""What a query is before anybody runs it: its form, and whether it asks for things from elsewhere.

SPARQL's own words stand bare: not in an IRI, a text, a comment, a variable, a language tag or a name with a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.errors import CallError

_TOKEN = re.compile(
    r"""
    (?P<skip> \s+ | \#[^\r\n]* )
  | (?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
  | (?P<text> \"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
            | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*' )
  | (?P<variable> [?$]\w+ )
  | (?P<tag> @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
  | (?P<name> (?:[^\W\d_][\w.\-]*)?:(?:[\w:%.\-]|\\.)* | _:\w[\w.\-]* )
  | (?P<word> [^\W\d]\w* )
  | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_READS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_CHANGES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"})
_ELSEWHERE = ("SERVICE", "FROM")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of SPARQL itself, in capitals, with its place from 1."""

    text: str
    line: int
    column: int


def words(query: str) -> Iterator[Word]:
    line, start = 1, 0
    for found in _TOKEN.finditer(query):
        if found.lastgroup == "word":
            yield Word(found[0].upper(), line, found.start() - start + 1)
        ends = found[0].count("\n")
        if ends:
            line, start = line + ends, found.start() + found[0].rindex("\n") + 1


def check_form(query: str, where: str, *, elsewhere: frozenset[str]) -> str:
    """SELECT, ASK, CONSTRUCT or DESCRIBE. Raises CallError for an update, and for words of ``elsewhere``.

    Escapes stand for their signs anywhere in a query, so it is looked at both ways.
    """
    form = _form(query, where)
    for text in {query, _ESCAPE.sub(_sign, query)}:
        for word in words(text):
            if word.text in elsewhere:
                raise CallError(
                    f"{word.text} asks for data from elsewhere", where=f"{where}:{word.line}:{word.column}",
                    remedy="leave it out, or allow it with --outside",
                )  # fmt: skip
            if word.text in ("LOAD", "INSERT"):
                raise _changes(word, where)
    return form


def _form(query: str, where: str) -> str:
    for word in words(query):
        if word.text in _READS:
            return word.text
        if word.text in _CHANGES:
            raise _changes(word, where)
    raise CallError("this is no query", where=where, remedy="begin it with SELECT, ASK, CONSTRUCT or DESCRIBE")


def _changes(word: Word, where: str) -> CallError:
    return CallError(
        f"{word.text} changes data, and a query only reads", where=f"{where}:{word.line}:{word.column}",
        remedy="ask with SELECT, ASK, CONSTRUCT or DESCRIBE",
    )  # fmt: skip


def _sign(found: re.Match[str]) -> str:
    code = int(found[1] or found[2], 16)
    return chr(code) if code <= 0x10FFFF else found[0]


SERVICE, BOTH = frozenset({"SERVICE"}), frozenset(_ELSEWHERE)
"""Words that lead elsewhere: here FROM only chooses among the graphs that are loaded; a server may fetch what it
names."""
