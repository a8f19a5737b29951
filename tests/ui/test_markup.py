"""What a draft says stays text, in HTML and in Markdown."""

from __future__ import annotations

import re
from html import unescape

from markdown_it import MarkdownIt

from checker.reports.page import draft_pages
from tests.reports.sample import HOSTILE, hostile
from tests.ui.uploaded import T
from ui.markup import html, plain, row_label

CARD = next(card for card in draft_pages(hostile())[0].cards if card.row.id == HOSTILE)
TAG = re.compile(r"<(script|img)")


def test_templates_escape() -> None:
    pages = (
        html("mend", T, row=CARD.row),
        html("facts", T, facts=[(HOSTILE, HOSTILE, True)]),
        html("groups", T, groups=[(HOSTILE, draft_pages(hostile())[0].counts)], longest=1),
        html("progress", T, names=[HOSTILE], done=0),
    )
    for page in pages:
        assert "window.hit" in page
        assert not TAG.search(page)
        assert 'lang="en" onload' not in page
        assert "\u202e" not in page
        assert "[U+202E]" in page


def test_markdown_shows_signs_as_they_are() -> None:
    text = "# **a** _b_ [c](http://x.y) ![d](http://x.y/z.png) <img src=x> `e` ~~f~~ $g$ :red[h] | 1. i & &amp;"
    rendered = MarkdownIt("commonmark", {"html": True}).render(plain(text))
    assert re.findall(r"<(\w+)", rendered) == ["p"]
    assert unescape(rendered.removeprefix("<p>").removesuffix("</p>\n")) == text


def test_a_label_is_one_line() -> None:
    assert "\n" not in row_label(CARD.row, T)
    assert "<script" not in MarkdownIt("commonmark", {"html": True}).render(row_label(CARD.row, T))


def test_css_text_ends_no_string() -> None:
    style = html("uploader", T)
    assert style.count('"') % 2 == 0
    assert "Choose\\20 files" in style
