"""Whatever is read: passages are cut from the text, in order, without overlap."""

from __future__ import annotations

from pathlib import Path

import docx
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.readers.blocks import assemble
from checker.readers.document import Document
from checker.readers.formats import BY_ID
from checker.readers.normal import normalise

from .making import saved

LINES = st.lists(st.text(max_size=60), max_size=12)
MARKED = st.lists(
    st.one_of(
        st.builds(str.__add__, st.sampled_from(["# ", "## ", "- ", "1. ", "> ", "| a | "]), st.text(max_size=30)),
        st.text(max_size=60),
        st.just(""),
    ),
    max_size=15,
)  # fmt: skip


def read_here(format: str, content: bytes) -> Document:
    """Without the bounds of a process of its own: these files are ours."""
    reading = BY_ID[format].reader()(content, "x")
    return assemble(reading, path="x", sha256="", format=format)


def assert_tiled(document: Document) -> None:
    end = 0
    for block, passage in enumerate(document.passages):
        assert document.text[passage.start : passage.end] == passage.text
        assert passage.text == normalise(passage.text) != ""
        assert passage.block == block
        assert passage.start >= end
        assert document.text[end : passage.start].strip() == ""
        end = passage.end
    assert end == len(document.text)
    assert "\n".join(passage.text for passage in document.passages) == document.text


@settings(deadline=None)
@given(MARKED)
def test_markdown(content):
    assert_tiled(read_here("markdown", "\n".join(content).encode("utf-8", "surrogatepass")))


@settings(deadline=None)
@given(MARKED)
def test_text(content):
    assert_tiled(read_here("text", "\n".join(content).encode("utf-8", "surrogatepass")))


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_as_text_and_html(content):
    for format in ("text", "markdown", "html"):
        assert_tiled(read_here(format, content))


@settings(max_examples=25, deadline=None)
@given(LINES, st.lists(st.lists(st.text(max_size=20), min_size=3, max_size=3), max_size=4))
def test_word(paragraphs, rows):
    draft = docx.Document()
    for number, text in enumerate(paragraphs):
        draft.add_paragraph(valid(text), style=("Normal", "Heading 1", "List Bullet", "Heading 2")[number % 4])
    table = draft.add_table(rows=0, cols=3)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = valid(text)
    assert_tiled(read_here("docx", saved(draft)))


def valid(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(c for c in text if c in "\t\n" or (c >= " " and not "\ud800" <= c <= "\udfff" and c < "\ufffe"))


def test_drafts(shared: Path):
    for path in sorted((shared / "drafts" / "dev").glob("*.[dp][od][cf]*")):
        assert_tiled(read_here(path.suffix[1:], path.read_bytes()))
