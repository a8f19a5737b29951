"""The summary says what a reader needs, and what a draft says stays text in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markdown_it import MarkdownIt

from checker.reports import render
from tests.reports.formats.attacks import ATTACKS
from tests.reports.sample import LANGUAGES, forging, in_rdf, large, sample, texts

READER = MarkdownIt("commonmark", {"html": True}).enable("table")
OURS = {"h1", "h2", "table", "thead", "tbody", "tr", "th", "td", "strong", "ul", "li", "p", "blockquote"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_counts_and_issues_in_tables(language: str) -> None:
    page = READER.render(render(sample(language, drafts=2), "markdown", texts(language)))
    assert page.count("<table>") == 3
    assert "<strong>" in page
    assert texts(language)["verdict-not-met"] in page


def test_places_of_data_and_files_that_could_not_be_read() -> None:
    page = READER.render(render(in_rdf(), "markdown", texts("en")))
    assert "data/sop.ttl:7:1" in page
    assert "<li>data/bad.ttl: not valid Turtle" in page


def test_no_issue_and_no_draft_are_said() -> None:
    report = sample()
    met = tuple(row for row in report.inputs[0].requirements if row.verdict == "met")
    fine = replace(report, inputs=(replace(report.inputs[0], requirements=met),))
    assert "No issue." in render(fine, "markdown", texts("en"))
    assert "No draft was checked." in render(replace(report, inputs=()), "markdown", texts("en"))


def test_a_large_report_stays_within_what_is_shown() -> None:
    text = render(large(2000), "markdown", texts("en"))
    assert len(text.encode()) < 2**20
    assert "more; --output report.html shows all" in text


def test_many_drafts_stay_within_what_is_shown_and_the_rest_is_told() -> None:
    draft = large(200, passages=0).inputs[0]
    wordy = replace(draft, requirements=tuple(replace(r, title=f"{r.title} " * 12) for r in draft.requirements))
    many = tuple(replace(wordy, path=f"{'folder/' * 20}draft-{n}.ttl") for n in range(1200))
    text = render(replace(large(), inputs=many), "markdown", texts("en"))
    assert len(text.encode()) < 2**20
    shown = text.count("\n## ")
    assert 0 < shown < 50
    assert text.endswith(f"Drafts whose issues are not shown here: {1200 - shown}. --format html shows them all.\n")


@pytest.mark.parametrize("attack", ATTACKS, ids=ascii)
def test_no_text_of_a_draft_is_markup(attack: str) -> None:
    tags, todo = set[str](), READER.parse(render(forging(attack), "markdown", texts("en")))
    while todo:
        token = todo.pop()
        todo += token.children or []
        assert token.type not in ("html_block", "image", "link_open", "code_inline", "code_block", "fence")
        if token.type == "html_inline":
            assert token.content == "<br>"
        elif token.tag:
            tags.add(token.tag)
    assert tags <= OURS
