"""Turtle as text: its tokens, its statements, and statements without what is only wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

_LOCAL = r"(?:[\w:%-]|\\.|\.+(?=[\w:%\\-]))*"
_TOKEN = re.compile(
    r"""(?P<comment>\#[^\n]*)
    |(?P<text>\"{3}(?:[^"\\]|\\.|"(?!""))*\"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    |(?P<iri><[^<>"{}|^`\s]*>)
    |(?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    |(?P<mark>\^\^|[\[\]();,])
    |(?P<name>(?:\w[\w.-]*)?:"""
    + _LOCAL
    + r""")
    |(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(?<!\.))
    |(?P<stop>\.)
    |(?P<word>[A-Za-z]+)
    |(?P<space>\s+)
    |(?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    kind: str
    text: str


Tokens = list[Token]


def tokens(text: str) -> Iterator[Token]:
    """Every piece of the text; together they are the text."""
    for found in _TOKEN.finditer(text):
        yield Token(found.lastgroup or "other", found[0])


def statements(text: str) -> Iterator[Tokens]:
    """The statements of a file, prefixes among them, without the space around them."""
    run: Tokens = []
    depth = 0
    for token in tokens(text):
        if not run and token.kind in ("space", "comment"):
            continue
        if token.kind == "mark":
            depth += (token.text in ("[", "(")) - (token.text in ("]", ")"))
        run.append(token)
        if (token.kind == "stop" and depth <= 0) or (token.kind == "iri" and run[0].text.upper() == "PREFIX"):
            yield run
            run, depth = [], 0


def is_prefix(statement: Tokens) -> bool:
    return bool(statement) and statement[0].text.upper().lstrip("@") in ("PREFIX", "BASE")


def prefix_of(statement: Tokens) -> tuple[str, str]:
    """The name, with its colon, and the namespace that a prefix statement gives."""
    name = next((t.text for t in statement if t.kind == "name"), "")
    return name, next((t.text[1:-1] for t in statement if t.kind == "iri"), "")


def without_texts(statement: Tokens) -> Tokens:
    """The statement less every predicate whose objects are all texts in some language."""
    return [*_cut(statement[:-1], keep_first=True), Token("stop", ".")]


def _cut(part: Sequence[Token], *, keep_first: bool) -> Tokens:
    kept: Tokens = []
    for number, segment in enumerate(_segments(part)):
        if _is_wording(segment) and not (keep_first and number == 0):
            continue
        if kept:
            kept.append(Token("mark", ";"))
        kept += _inner(segment)
    return kept


def _segments(part: Iterable[Token]) -> list[Tokens]:
    """What stands between the semicolons of one level."""
    found: list[Tokens] = [[]]
    depth = 0
    for token in part:
        if token.kind == "mark":
            depth += (token.text in ("[", "(")) - (token.text in ("]", ")"))
            if token.text == ";" and depth == 0:
                found.append([])
                continue
        found[-1].append(token)
    return found


def _is_wording(segment: Tokens) -> bool:
    said = [t for t in segment if t.kind not in ("space", "comment")][1:]
    tagged = any(t.kind == "tag" for t in said)
    return tagged and all(t.kind in ("text", "tag") or t.text == "," for t in said)


def _inner(segment: Tokens) -> Tokens:
    """The segment with the same done inside its brackets."""
    out: Tokens = []
    inside: Tokens = []
    depth = 0
    for token in segment:
        closes = token == ("mark", "]")
        depth -= closes
        if closes and depth == 0:
            out += _cut(inside, keep_first=False)
            inside = []
        (inside if depth else out).append(token)
        depth += token == ("mark", "[")
    return out + inside
