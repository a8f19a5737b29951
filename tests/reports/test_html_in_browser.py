"""The HTML report in a real browser: filters, search, sorting, keyboard, paper, silence on the network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from checker.check import Options
from checker.checks.document import check_document
from checker.checks.options import Plan
from checker.knowledge import load
from checker.profiles import profile_of
from checker.readers import read
from checker.report import Report
from checker.reports import render
from tests.axe import findings
from tests.reports.sample import hostile, large, sample, texts
from tests.shared_material import ROOT

Open = Callable[..., Page]
SOP = ROOT / "examples" / "drafts" / "sop-reintegration-en.docx"


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a report, and afterwards holds that it was silent: one file read, no message, no error."""
    noise: list[str] = []
    pages: list[Page] = []
    read: set[str] = set()

    def open_report(report: Report, hash: str = "") -> Page:
        file = tmp_path / "report.html"
        file.write_text(render(report, "html", texts(report.language)), encoding="utf-8")
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        pages.append(page)
        read.add(file.as_uri())
        page.on("console", lambda message: noise.append(message.text))
        page.on("pageerror", lambda error: noise.append(str(error)))
        page.on("request", lambda request: noise.append(request.url.partition("#")[0]))
        page.goto(file.as_uri() + hash)
        return page

    yield open_report
    for page in pages:
        page.close()
    assert set(noise) <= read | {"data:,"}


def ids(page: Page) -> list[str]:
    return page.locator("#d1 .card:visible h4 .id").all_inner_texts()


def as_words(text: str) -> str:
    """Without the spaces, which paper puts elsewhere, and the ligatures that some fonts have."""
    return "".join(normalize("NFKC", text).split())


def check(page: Page, verdict: str) -> None:
    page.locator(f'#d1 [data-filter="verdict"][value="{verdict}"]').check()


def test_filter_by_verdict(show: Open) -> None:
    page = show(sample())
    assert len(ids(page)) == 9
    check(page, "met")
    expect(page.locator(".card:not([hidden])")).to_have_count(3)
    assert ids(page) == ["POP-04", "COO-03", "REF-01"]
    assert page.locator(".count").inner_text() == "3 of 9 requirements shown"
    check(page, "not-met")
    expect(page.locator(".card:not([hidden])")).to_have_count(4)
    page.get_by_role("button", name="Clear filters").click()
    assert len(ids(page)) == 9


def test_filters_join_and_counts_follow(show: Open) -> None:
    page = show(sample())
    page.get_by_role("combobox", name="Strength", exact=True).select_option("must")
    expect(page.locator(".card:not([hidden])")).to_have_count(3)
    chips = page.locator(".chips b").all_inner_texts()
    assert chips == ["1", "0", "1", "1", "0", "1"]
    check(page, "partly-met")
    page.locator(".none").wait_for()
    assert page.locator(".none").inner_text() == "No requirement matches these filters."


def test_theme_source_and_review(show: Open) -> None:
    page = show(sample())
    page.get_by_role("combobox", name="Theme", exact=True).select_option(label="Coordination")
    expect(page.locator(".card:not([hidden])")).to_have_count(2)
    page.get_by_role("combobox", name="Source document", exact=True).select_option(
        label="Essentials of Migration Management"
    )
    expect(page.locator(".card:not([hidden])")).to_have_count(1)
    assert ids(page) == ["COO-05"]
    page.get_by_role("button", name="Clear filters").click()
    page.locator('[data-filter="review"]').check()
    expect(page.locator(".card:not([hidden])")).to_have_count(3)


def test_search_without_accents_in_passages_and_guidance(show: Open) -> None:
    page = show(sample("es"))
    page.get_by_role("searchbox").fill("COMITE nacional trimestre")
    expect(page.locator(".card:not([hidden])")).to_have_count(1)
    assert ids(page) == ["COO-03"]


def test_sort(show: Open) -> None:
    page = show(sample())
    page.get_by_role("combobox", name="Sorted by", exact=True).select_option("id")
    assert ids(page)[:3] == ["COO-03", "COO-05", "MON-01"]
    page.get_by_role("combobox", name="Sorted by", exact=True).select_option("strength")
    assert ids(page)[:3] == ["SOP-10", "REF-02", "POP-04"]
    page.get_by_role("combobox", name="Sorted by", exact=True).select_option("theme")
    assert ids(page)[:4] == ["SOP-07", "SOP-10", "REF-01", "REF-02"]


def test_keyboard_opens_and_closes(show: Open) -> None:
    page = show(sample())
    page.locator("#d1-REF-02 > summary").focus()
    assert not page.locator("#d1-REF-02 .sides").is_visible()
    page.keyboard.press("Enter")
    assert page.locator("#d1-REF-02 .sides").is_visible()
    page.keyboard.press("Space")
    assert not page.locator("#d1-REF-02 .sides").is_visible()


def test_links_of_the_summary_lead_to_the_list(show: Open) -> None:
    page = show(sample())
    check(page, "met")
    page.locator(".first a").first.click()
    assert page.locator("#d1-SOP-10 .sides").is_visible()
    assert page.evaluate("document.activeElement.parentElement.id") == "d1-SOP-10"
    page.locator('.legend [data-value="not-stated"]').click()
    assert ids(page) == ["REF-02", "COO-05"]


def test_several_drafts_show_one_at_a_time(show: Open) -> None:
    page = show(sample(drafts=3), "#d2-SOP-10")
    assert page.locator(".draft:visible").count() == 1
    assert page.locator("#d2-SOP-10 .sides").is_visible()
    page.locator('.index a[href="#d3"]').click()
    assert page.locator("#d3").is_visible()
    assert not page.locator("#d2").is_visible()
    page.locator('.index a[href="#all"]').click()
    assert page.locator(".draft:visible").count() == 3


def test_paper_shows_what_is_closed_on_screen(show: Open) -> None:
    page = show(sample())
    page.emulate_media(media="print")
    assert not page.locator(".filters").is_visible()
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#d1-SOP-07 .statement").is_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0


def test_paper_is_a_hand_out(show: Open) -> None:
    """Half as many pages as requirements at most; what is asked, what is to mend and what is quoted is never torn."""
    (draft,) = check_document(read(SOP), Plan(load(), profile_of("everything", load()), Options()))
    assert len(draft.requirements) > 45
    page = show(replace(sample(), inputs=(draft,)))
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    paper = [as_words(sheet.extract_text()) for sheet in PdfReader(BytesIO(page.pdf())).pages]
    assert len(paper) < 25
    first = page.locator(".first a").all_inner_texts()
    assert all(as_words(title) in paper[0] for title in first)
    page.emulate_media(media="print")
    for shown in ("blockquote", ".statement", ".remedy p"):
        said = [as_words(text) for text in page.locator(f"{shown}:visible").all_inner_texts()]
        assert len(said) > 10
        assert [text for text in said if not any(text in sheet for sheet in paper)] == []


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_serious_by_axe(show: Open, width: int) -> None:
    page = show(sample("fr"))
    page.set_viewport_size({"width": width, "height": 800})
    page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    assert findings(page) == []


def test_no_sideways_scrolling_on_a_telephone(show: Open) -> None:
    page = show(sample("fr", 2))
    page.set_viewport_size({"width": 360, "height": 740})
    page.get_by_role("button", name="Filtres").click()
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_draft_runs_nothing(show: Open) -> None:
    page = show(hostile())
    page.get_by_role("button", name="Open all").first.click()
    assert page.evaluate("window.hit") is None


def test_a_large_report_answers_at_once(show: Open) -> None:
    page = show(large())
    took = page.evaluate(
        """() => { const started = performance.now();
        document.querySelector('[data-do=open]').click(); document.body.offsetHeight;
        document.querySelector('[data-do=close]').click(); document.body.offsetHeight;
        return performance.now() - started; }"""
    )
    assert took < 3000
