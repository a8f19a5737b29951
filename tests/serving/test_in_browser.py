"""What a person opens in a browser: the report under its headers, and the description of the calls."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, sync_playwright

from tests.browser import LAUNCH_ARGS, chromium_path
from tests.serving.server import RDF, TOKEN, Server, served


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Without a token, as somebody starts it on their own computer."""
    with served(tmp_path_factory.mktemp("plain")) as started:
        yield started


@pytest.fixture
def page() -> Iterator[Page]:
    """Fails where the browser complains, or asks for anything but the page."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(LAUNCH_ARGS))
        opened = browser.new_page(viewport={"width": 1280, "height": 900})
        said: list[str] = []
        opened.on("console", lambda message: said.append(message.text))
        opened.on("pageerror", lambda error: said.append(str(error)))
        opened.on("request", lambda asked: said.append(asked.url) if not asked.is_navigation_request() else None)
        yield opened
        browser.close()
    assert [line for line in said if line != "data:,"] == []


def test_the_report_has_its_style_its_charts_and_its_filters(plain: Server, page: Page) -> None:
    posted = plain.post(RDF, wait=60)
    page.goto(f"{plain.http.base_url}{posted.headers['location']}/report?format=html")
    assert page.evaluate("getComputedStyle(document.querySelector('.top')).backgroundColor") == "rgb(18, 58, 90)"
    assert page.locator("svg rect").first.bounding_box()
    cards = page.locator("details.card:visible, article.card:visible")
    before = cards.count()
    page.locator("input[type=search]").fill("consent")
    page.wait_for_timeout(500)
    assert 0 < cards.count() < before
    assert page.evaluate("self.origin") == "null", "the page is nobody's, and reaches nothing of the server"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_description_of_the_calls(plain: Server, page: Page, scheme: str, tmp_path: Path) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{plain.http.base_url}/docs")
    shown = page.locator("section h2").all_inner_texts()
    described = plain.http.get("/openapi.json").json()["paths"]
    assert shown == [f"{method.upper()}{path}" for path, methods in described.items() for method in methods]
    assert page.locator("script").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("getComputedStyle(document.body).maxWidth") == "1000px"
    page.screenshot(path=tmp_path / "docs.png", full_page=True)


def test_where_there_is_a_token_the_page_says_so_and_needs_none(server: Server) -> None:
    answer = httpx.get(f"{server.http.base_url}/docs")
    assert answer.status_code == 200
    assert "Bearer TOKEN" in answer.text
    assert TOKEN not in answer.text
