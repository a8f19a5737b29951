"""Positions in Turtle, TriG, N-Triples and N-Quads: the parser is fed token by token.

A triple that comes out belongs to the object that stands last among the open brackets and has not had its triple yet,
a literal to a literal: where a bracket closes, the triple that it is the object of comes out before that of the literal
in front of the closing mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, cast

import pyoxigraph as ox

from checker.descriptions.positions.spans import BASE, Fed, Gathered, Positions, Ruler, Stretch
from checker.knowledge.names import RDF

_IRI = r'<(?:[^\x00-\x20<>"{}|^`\\]|\\[uU][0-9A-Fa-f]+)*>'
_END = r"[\s<>\"'()\[\]{};,#]"
_WORD = rf"(?:\\.|[^\s<>\"'()\[\]{{}};,#\\.]|\.++(?!{_END}|\Z))+"
_STRING = "|".join(rf"{q * 3}(?:{q}{{0,2}}(?:[^{q}\\]|\\.))*{q * 3}|{q}(?:[^{q}\\\r\n]|\\.)*{q}" for q in ('"', "'"))
_SUFFIX = rf"(?:@[A-Za-z]+(?:-[A-Za-z0-9]+)*|\s*\^\^\s*(?:{_IRI}|{_WORD}))?"
_TOKEN = re.compile(
    rf"(?P<skip>(?:\s|\#[^\r\n]*)+)|(?P<open>[\[(])|(?P<close>[\])])|(?P<mark>[;,{{}}]|\.(?![0-9]))"
    rf"|(?P<term>{_IRI}|(?:{_STRING}){_SUFFIX}|{_WORD})|(?P<other>.)",
    re.DOTALL,
)
_LITERAL = re.compile(r"[\"'0-9.+-]|(?:true|false)\Z")
_LISTS = (RDF + "first", RDF + "rest")
_SWALLOWED = {"prefix": 2, "base": 1, "version": 1}
"""Words that begin a line of their own, which no full stop ends, and how many terms follow."""


@dataclass(slots=True)
class _Frame:
    """What is being said: of the statement, or of what stands in a bracket."""

    subject: Stretch | None = None
    predicate: Stretch | None = None
    object: Stretch | None = None
    literal: bool = False
    """True where the object is one."""
    lists: bool = False
    done: bool = False
    """True where the triple of the object has come out."""

    def take(self, term: Stretch, *, literal: bool) -> None:
        if self.lists:
            self.object = term
        elif self.subject is None:
            self.subject = term
        elif self.predicate is None:
            self.predicate = term
        elif self.object is None:
            self.object, self.literal, self.done = term, literal, False


class _Statements:
    """Follows the tokens; ``pieces`` hands them out, each state standing while the parser works on its token."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._frames = [_Frame()]
        self._swallow = 0

    def pieces(self) -> Iterator[bytes]:
        spot = Ruler(self._text)
        for token in _TOKEN.finditer(self._text):
            kind, at = token.lastgroup, (spot(token.start()), spot(token.end()))
            if kind in ("term", "open"):
                self._take(token[0], at)
            if kind == "open":
                self._frames.append(_Frame(subject=at, lists=token[0] == "("))
            yield token[0].encode()
            if kind in ("term", "close", "mark"):
                yield b" "  # what follows may tell the parser that the token has ended
            if kind == "close":
                self._close(at)
            elif kind == "mark":
                self._mark(token[0])

    def of(self, quad: ox.Quad) -> tuple[Stretch | None, Stretch | None]:
        """Where the subject and the object of a quad stand that has just come out."""
        if quad.predicate.value in _LISTS:
            for frame in reversed(self._frames):
                if frame.lists:
                    return frame.subject, frame.object
        literal = isinstance(quad.object, ox.Literal)
        for frame in reversed(self._frames):
            if frame.object and not frame.done and not frame.lists and frame.literal == literal:
                frame.done = True
                return frame.subject, frame.object
        return self._frames[-1].subject, self._frames[-1].object

    def _take(self, text: str, at: Stretch) -> None:
        root = self._frames[0]
        if self._swallow:
            self._swallow -= 1
        elif len(self._frames) == 1 and root.subject is None and text.lower() in _SWALLOWED:
            self._swallow = _SWALLOWED[text.lower()]
        else:
            self._frames[-1].take(at, literal=bool(_LITERAL.match(text)))

    def _close(self, at: Stretch) -> None:
        if len(self._frames) == 1:
            return
        closed = self._frames.pop()
        outer = self._frames[-1]
        if closed.subject and outer.object == closed.subject:
            outer.object = closed.subject[0], at[1]

    def _mark(self, mark: str) -> None:
        frame = self._frames[-1]
        if mark in ".{}":
            self._frames = [_Frame()]
        elif mark == ";":
            frame.predicate = frame.object = None
        else:
            frame.object = None


def in_terse(data: bytes, syntax: ox.RdfFormat) -> Positions:
    """Where nodes and triples stand; what a token cannot be made of leaves the rest without positions."""
    statements, gathered = _Statements(data.decode("utf-8", "replace").removeprefix("\ufeff")), Gathered()
    with suppress(SyntaxError, ValueError):
        for quad in ox.parse(cast("IO[bytes]", Fed(statements.pieces())), format=syntax, base_iri=BASE):
            gathered.add(quad, *statements.of(quad))
    return gathered.positions()
