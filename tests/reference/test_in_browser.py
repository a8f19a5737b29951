"""The book in a real browser, from the disk: search, languages, sorting, a small screen, silence on the network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

Open = Callable[..., Page]


@pytest.fixture
def show(browser: Browser, book: Path) -> Iterator[Open]:
    """Opens a page, and afterwards holds that only files of the book were read and that nothing was said."""
    noise: list[str] = []
    requests: list[str] = []
    pages: list[Page] = []

    def open_page(path: str, **options: object) -> Page:
        page = browser.new_page(**{"viewport": {"width": 1280, "height": 900}, **options})
        pages.append(page)
        page.on("console", lambda message: noise.append(message.text))
        page.on("pageerror", lambda error: noise.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(
            (book / path).as_uri()
            if "#" not in path
            else (book / path.split("#")[0]).as_uri() + "#" + path.split("#")[1]
        )
        return page

    yield open_page
    for page in pages:
        page.close()
    assert not noise
    assert all(url.startswith(book.as_uri()) for url in requests)


def test_search_without_accents_from_the_keyboard(show: Open) -> None:
    page = show("es/requirements/SOP-09.html")
    assert page.evaluate("window.guidecheckIndex") is None
    page.keyboard.press("/")
    page.keyboard.type("EXCEPCION consentimiento")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("SOP-09")
    expect(page.get_by_role("combobox")).to_have_attribute("aria-activedescendant", "hit-0")
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/es/requirements/SOP-09.html")


@pytest.mark.parametrize(
    ("words", "found", "address"),
    [
        ("HB-4.1.3-31", "HB-4.1.3-31", "documents/handbook-m4.html#HB-4.1.3-31"),
        ("ConsentProcedure", "ConsentProcedure", "#ConsentProcedure"),
        ("sop-07", "SOP-07", "requirements/SOP-07.html"),
    ],
)
def test_search_finds_requirements_provisions_and_terms(show: Open, words: str, found: str, address: str) -> None:
    page = show("en/index.html")
    page.get_by_role("combobox").fill(words)
    first = page.get_by_role("option").first
    expect(first).to_contain_text(found)
    assert (first.locator("a").get_attribute("href") or "").endswith(address)
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/en/**{address}")


def test_search_says_where_there_is_nothing(show: Open) -> None:
    page = show("en/index.html")
    page.get_by_role("combobox").fill("zzzzqq")
    expect(page.get_by_role("status")).to_have_text("Nothing found")
    page.keyboard.press("Escape")
    expect(page.locator("#results")).to_be_hidden()


def test_another_language_is_the_same_page_and_place(show: Open) -> None:
    page = show("en/documents/emm.html#EMM-COM-02")
    page.get_by_role("link", name="Français").click()
    page.wait_for_url("**/fr/documents/emm.html#EMM-COM-02")
    assert page.evaluate("document.documentElement.lang") == "fr"


@pytest.mark.parametrize(("locale", "language"), [("es-MX", "es"), ("fr", "fr"), ("de-DE", "en")])
def test_the_first_page_follows_the_browser(show: Open, locale: str, language: str) -> None:
    page = show("index.html", locale=locale)
    page.wait_for_url(f"**/{language}/index.html")


def test_tables_sort(show: Open) -> None:
    page = show("en/themes/sop-and-data.html")
    page.get_by_role("button", name="Strength").click()
    expect(page.locator("tbody tr").first).to_contain_text("Must")
    page.get_by_role("button", name="Strength").click()
    expect(page.locator("tbody tr").first).to_contain_text("May")
    assert page.locator("th[aria-sort]").count() == 1


@pytest.mark.parametrize(
    "path",
    [
        "es/index.html",
        "fr/themes/sop-and-data.html",
        "es/requirements/SOP-09.html",
        "fr/documents/rcm-guide.html",
        "es/vocabulary/index.html",
        "en/vocabulary/properties-3.html",
        "fr/kinds/national-policy.html",
        "es/profiles.html",
        "fr/requirements/index.html",
    ],
)
def test_no_sideways_scrolling_on_a_telephone(show: Open, path: str) -> None:
    page = show(path, viewport={"width": 360, "height": 740})
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_without_scripts_it_is_a_book_all_the_same(show: Open) -> None:
    page = show("en/index.html", java_script_enabled=False)
    page.get_by_role("searchbox").fill("consent")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/requirements/index.html*")
    assert page.locator("tbody tr").count() > 400
    assert page.locator(".script:visible").count() == 0


def test_copying_the_command(show: Open) -> None:
    page = show("en/requirements/SOP-09.html", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
