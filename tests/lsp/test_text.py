"""Places in a text, in characters here and in UTF-16 in an editor."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygls.workspace import Workspace

from checker.knowledge import load
from checker.lsp.server import server
from checker.lsp.settings import Asked
from checker.lsp.text import Stretch, cut, iri_of, lines_of, prefixes_of, word_at

SERVER = server(load(), Asked())
SERVER.protocol._workspace = Workspace(None)
lines = st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=20), min_size=1, max_size=6)


@given(lines, st.data())
def test_columns_count_utf_16_and_come_back(text: list[str], data: st.DataObject) -> None:
    row = data.draw(st.integers(0, len(text) - 1))
    column = data.draw(st.integers(0, len(text[row])))
    found = SERVER.range(Stretch(row, column, row, len(text[row])), text)
    assert (found.start.line, found.start.character) == (row, len(text[row][:column].encode("utf-16-le")) // 2)
    assert found.end.character == len(text[row].encode("utf-16-le")) // 2
    assert SERVER.spot(found.start, text) == (row, column)


@given(lines, st.sampled_from(["\n", "\r\n", "\r"]))
def test_only_what_the_protocol_calls_a_line_is_one(text: list[str], break_: str) -> None:
    assert lines_of(break_.join(text)) == text


WORDS = [
    ("ex:a gc:states ex:b .", 7, "gc:states"),
    ("ex:a gc:states ex:b .", 19, "ex:b"),
    ("ex:a gc:states ex:b .", 20, None),
    ("<https://e.org/a#b> a 1", 3, "<https://e.org/a#b>"),
    ("# see SOP-07, too", 8, "SOP-07"),
    ("ex:a.b.", 2, "ex:a.b"),
]


@pytest.mark.parametrize(("line", "column", "word"), WORDS)
def test_the_word_under_the_cursor(line: str, column: int, word: str | None) -> None:
    found = word_at([line], 0, column)
    assert (found and found[0]) == word
    assert found is None or cut([line], found[1]) == word


def test_prefixes_in_both_spellings() -> None:
    found = prefixes_of("@prefix a: <urn:a:> .\nPREFIX b: <urn:b:>\n")
    assert (iri_of("a:x", found), iri_of("b:x", found), iri_of("c:x", found)) == ("urn:a:x", "urn:b:x", "")
