"""What a word of plainly written Turtle may be: every term on its own, between blanks, without abbreviations in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pyoxigraph as ox

from checker.engine.names import TYPE, Term

END, NEXT_PREDICATE, NEXT_OBJECT, QUOTED, IS_A, PREFIX = range(6)
FIRST = (b".", b";", b",", b'"', b"a", b"@prefix")
"""The words that have a number beforehand, in its order; the quotation mark stands where a literal was taken out."""

TYPE_WORD = f"<{TYPE}>".encode()
LITERAL = re.compile(rb'("[^"\\\r\n]*(?:\\.[^"\\\r\n]*)*"[^ \t\r\n]*)')
"""A literal in its line, with all that follows it up to a blank."""
_LINES = re.compile(rb"(?:[ \t]*(?:(?:[^\s]+[ \t]+){3}\.[ \t]*)?(?:[\r\n]|\Z))*")
_IRI = rb'<[^\x00-\x20<>"{}|^`\\]*>'
_NAME = rb"(?:[A-Za-z][A-Za-z0-9_-]*)?:[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?"
_PLAIN = re.compile(
    rb"(?s:" + _IRI + rb"|" + _NAME + rb"|_:[A-Za-z0-9][A-Za-z0-9_-]*"
    rb'|"[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*"(?:@[A-Za-z]+(?:-[A-Za-z0-9]+)*|\^\^(?:' + _IRI + rb"|" + _NAME + rb"))?"
    rb"|true|false|[+-]?[0-9]+(?:\.[0-9]+)?)"
)
_ABSOLUTE = re.compile(_IRI)
_DECLARED = re.compile(rb"(?:[A-Za-z][A-Za-z0-9_-]*)?:")


def one_a_line(text: bytes) -> bool:
    """True where each line holds four words, the last of which is a full stop, or nothing."""
    usual = text if text.endswith(b"\n") else text + b"\n"
    stops = usual.count(b" .")
    if stops == usual.count(b" .\n") == usual.count(b"\n") and b"\r" not in text:
        return True
    return _LINES.fullmatch(text) is not None


def terms_of(
    words: Sequence[bytes], prefixes: Sequence[tuple[bytes, bytes]], syntax: ox.RdfFormat
) -> list[Term] | None:
    """The terms that words stand for, each read by pyoxigraph; None where one is not plain or is no term."""
    if not all(map(_PLAIN.fullmatch, words)) or not all(
        _DECLARED.fullmatch(name) and _ABSOLUTE.fullmatch(iri) for name, iri in prefixes
    ):
        return None
    head = b"".join(b"@prefix %s %s .\n" % declared for declared in prefixes)
    text = head + b"".join([b"<s:> <p:> %s .\n" % word for word in words])
    try:
        terms = [quad.object for quad in ox.parse(text, format=syntax, rename_blank_nodes=True)]
    except (SyntaxError, ValueError):
        return None
    return terms if len(terms) == len(words) else None
