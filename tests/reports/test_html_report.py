"""The HTML report holds everything, loads nothing and runs nothing that a draft brings."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from checker.report import Report
from checker.reports import render
from tests.reports.sample import HOSTILE, LANGUAGES, decided, hostile, large, sample, texts


def page(report: Report) -> LexborHTMLParser:
    return LexborHTMLParser(render(report, "html", texts(report.language)))


def said(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in tree.css(selector)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_each_language(language: str) -> None:
    words = texts(language)
    tree = page(sample(language))
    html = tree.css_first("html")
    assert html is not None
    assert html.attributes["lang"] == language
    assert said(tree, "h1") == [words["report-title"]]
    assert said(tree, "h3")[:2] == [words["summary-heading"], words["requirements-heading"]]
    assert words["verdict-not-stated"] in said(tree, ".card .chip")
    assert {node.attributes["lang"] for node in tree.css("blockquote")} == {language}


def test_the_whole_of_a_requirement() -> None:
    tree = page(sample())
    card = tree.css_first("#d1-SOP-07")
    assert card is not None
    assert card.attributes["data-verdict"] == "partly-met"
    text = " ".join(card.text().split())
    row = sample().inputs[0].requirements[0]
    for part in (row.statement, row.remedy, row.near_miss, *(p.statement for p in row.provisions)):
        assert part in text
    for passage in row.evidence:
        assert passage.quote in text
    assert "5 Personal data › 5.2 Consent" in text
    assert "page 4" in text
    assert "middle (72%)" in text
    assert "A person should look" in text
    assert "IOM Reintegration Handbook, Module 4, 4.1.3, step 4 Should" in text
    assert said(tree, "#d1-SOP-07 .claims li.open .state") == ["not stated", "not stated, optional"]
    assert said(tree, "#d1-SOP-07 .claims li.held b") == ["when it is asked", "in what form"]
    assert "On: when it is asked, in what form" in text


def test_who_decided_and_what_people_wrote() -> None:
    report = decided()
    tree = page(report)
    first, second, third, *_ = report.inputs[0].requirements
    (said_of_first,) = said(tree, f"#d1-{first.id} .person")
    assert "Decided by Ana Pérez, 4 May 2026, 09:30 UTC" in said_of_first
    assert "Proposed before: Partly met" in said_of_first
    assert "Reason: Annex B says so" in said_of_first
    assert "Comment: See page 3" in said_of_first
    assert said(tree, f"#d1-{first.id} .sure") == []
    assert said(tree, f"#d1-{second.id} .person") == ["Comment: Ask the ministry"]
    assert said(tree, f"#d1-{third.id} .person") == []


def test_what_people_decided_on_requirements_that_ask_for_the_same() -> None:
    report = decided()
    draft = report.inputs[0]
    first, second, *others = draft.requirements
    joined = replace(draft, requirements=(first, replace(second, related=(first.id,)), *others))
    (card,) = page(replace(report, inputs=(joined,))).css(f"#d1-{first.id}, #d1-{second.id}")
    text = " ".join(card.text().split())
    assert "Ana Pérez" in text
    assert "Ask the ministry" in text


def test_first_things_to_mend() -> None:
    tree = page(sample())
    assert said(tree, ".first .id") == ["SOP-10", "REF-02", "MON-01", "SOP-07"]


def test_a_point_that_the_draft_goes_against_is_an_issue() -> None:
    assert said(page(sample()), "#d1-SOP-10 .claims .state") == ["issue"]


def test_bars_say_in_words_what_they_draw() -> None:
    tree = page(sample())
    bars = [node.attributes["aria-label"] for node in tree.css(".summary svg.bar")]
    assert bars[0] == "Met 3, Partly met 2, Not met 1, Not stated 2, Not applicable 1"
    assert len(bars) == 1 + 3 + 5


def test_headings_do_not_skip_a_level() -> None:
    levels = [int((node.tag or "h0")[1]) for node in page(sample(drafts=2)).css("h1,h2,h3,h4,h5,h6")]
    assert levels[0] == 1
    assert all(later <= before + 1 for before, later in itertools.pairwise(levels))


def test_every_control_has_a_name_and_every_id_is_its_own() -> None:
    tree = page(sample(drafts=2))
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    for control in tree.css("input, select"):
        assert control.parent is not None
        assert control.parent.tag == "label"
        assert control.parent.text().strip()
    for link in tree.css("a"):
        target = (link.attributes["href"] or "").removeprefix("#")
        assert target == "all" or target in ids


@pytest.mark.parametrize("report", [sample(drafts=2), hostile(), large(30)])
def test_loads_nothing(report: Report) -> None:
    tree = page(report)
    for node in tree.css("[src], [href], [action], [data], [poster], [srcset], [background]"):
        for name in ("src", "href", "action", "data", "poster", "srcset", "background"):
            value = node.attributes.get(name)
            assert value is None or value == "data:," or value.startswith("#"), value
    style = "".join(node.text() for node in tree.css("style"))
    assert not re.search(r"@import|https?:", style)
    assert all(target.startswith("#") for target in re.findall(r"url\(([^)]*)\)", style))
    assert not tree.css("[style], base, iframe, object, embed, form[action], img")


def test_policy_names_the_one_style_and_the_one_script() -> None:
    tree = page(hostile())
    meta = tree.css_first("meta[http-equiv]")
    assert meta is not None
    policy = meta.attributes["content"] or ""
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        nodes = tree.css(tag)
        assert len(nodes) == 1
        digest = base64.b64encode(hashlib.sha256(nodes[0].text().encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_a_draft_stays_text() -> None:
    html = render(hostile(), "html", texts("en"))
    tree = LexborHTMLParser(html)
    assert HOSTILE not in html
    assert "window.hit" not in "".join(node.text() for node in tree.css("script"))
    assert not tree.css("img")
    assert not re.search("[\x00-\x08\x0b-\x1f\u202a-\u202e]", html)
    assert not [name for node in tree.css("*") for name in node.attributes if name.startswith("on") or name == "srcdoc"]
    assert "[U+202E]gpj" in html


def test_nothing_to_show() -> None:
    report = sample()
    assert said(page(replace(report, inputs=())), ".empty") == ["No draft was checked."]
    bare = page(replace(report, inputs=(replace(report.inputs[0], requirements=()),)))
    assert said(bare, ".empty") == ["No requirement of this profile applies to this kind of draft."]
    assert said(page(report), "#d1-REF-02 .nothing") == ["Nothing on this was found in the draft."]


def test_several_drafts_have_an_index_in_the_order_given() -> None:
    tree = page(sample(drafts=3))
    assert said(tree, ".index tbody th")[1:] == ["sop-reintegration-en-2.docx", "sop-reintegration-en-3.docx"]
    assert "SOP-18" in said(tree, "#d2 .codes")[0]


def test_everything_is_open_where_no_script_runs() -> None:
    tree = page(sample())
    assert all("open" in node.attributes for node in tree.css("details"))


def test_a_large_report_stays_small() -> None:
    assert len(render(large(), "html", texts("en")).encode()) < 2_000_000


def test_words_that_the_report_does_not_use() -> None:
    for language in LANGUAGES:
        html = render(sample(language, 2), "html", texts(language)).lower()
        body = LexborHTMLParser(html).css_first("body")
        assert body is not None
        assert not re.search(r"violation|violaci|failed|\bfail|ranking|score", body.text())
