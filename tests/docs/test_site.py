"""The documentation builds without a warning, opens from a folder, and asks no other host for anything."""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from docs.site.command_line import PAGE, written
from tests.shared_material import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return folder


def pages(site: Path) -> list[Path]:
    return [page for page in sorted(site.rglob("*.html")) if page.name != "404.html"]


def test_every_page_of_docs_is_a_page_of_the_site(site: Path) -> None:
    written_pages = {path.relative_to(ROOT / "docs").with_suffix("") for path in (ROOT / "docs").rglob("*.md")}
    assert {page.relative_to(site).with_suffix("") for page in pages(site)} == written_pages


def test_every_link_leads_to_a_file(site: Path) -> None:
    dead = []
    for page in pages(site):
        for link in html.fromstring(page.read_bytes()).xpath("//@href | //@src"):
            parts = urlsplit(unescape(link))
            if not parts.scheme and parts.path and not (page.parent / unquote(parts.path)).is_file():
                dead.append((page.name, link))
    assert dead == []


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    loaded = "//script/@src | //img/@src | //link/@href | //iframe/@src"
    for page in pages(site):
        assert [url for url in html.fromstring(page.read_bytes()).xpath(loaded) if urlsplit(url).netloc] == []
    styles = "".join(style.read_text("utf-8") for style in site.rglob("*.css"))
    assert re.findall(r"(?:@import\s+|url\()[\"']?(?:https?:)?//[^)\s]+", styles) == []


def test_menus_open_from_a_folder_and_no_script_stops(site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    stopped: list[str] = []
    asked: list[str] = []
    page.on("pageerror", lambda error: stopped.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "index.html").as_uri())
    page.get_by_role("button", name="How-to").or_(page.get_by_role("link", name="How-to", exact=True)).first.click()
    page.locator(".dropdown-submenu", has_text="For donors").locator("a").first.click()
    page.locator(".navbar").get_by_role("link", name="Write a profile").click()
    assert page.get_by_role("heading", level=1).inner_text().startswith("Write a profile")
    assert stopped == []
    assert [url for url in asked if not url.startswith("file:")] == []
    page.close()


def test_the_search_finds_from_a_folder_and_shows_texts_as_texts(site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "how-to" / "serve.html").as_uri())
    field = page.get_by_role("searchbox", name="Search")
    field.fill("waiver baseline")
    links = page.locator(".find a")
    assert links.first.inner_text().startswith("Waivers and baselines")
    field.fill("<script> nowhere")
    assert page.locator(".find li").inner_text().startswith("Nothing found. These pages are in English")
    field.fill("waiver baseline")
    field.press("Enter")
    page.wait_for_url("**/how-to/waive-and-baseline.html*")
    assert [url for url in asked if not url.startswith("file:")] == []
    page.close()


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [
        ("exit codes", "what-fails-and-what-is-shown"),
        ("SOP-07", "#guidecheck-explain"),
        ("comparing proposals", "how-to/compare-proposals.html"),
        ("install", "index.html#install"),
        ("GUIDECHECK_STORE", "#where-they-lie"),
    ],
)
def test_the_search_leads_to_the_section(site: Path, browser: Browser, asked: str, leads_to: str) -> None:
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.get_by_role("searchbox", name="Search").fill(asked)
    links = [str(link.get_attribute("href")) for link in page.locator(".find a").all()]
    assert any(leads_to in link for link in links[:7]), links
    page.get_by_role("searchbox", name="Search").press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('href')") == links[0]
    page.close()


def test_on_paper_no_line_and_no_column_is_cut(site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 700, "height": 990})
    page.emulate_media(media="print")
    for name in ("cases", "reference/command-line", "how-to/check-in-ci", "performance"):
        page.goto((site / f"{name}.html").as_uri())
        boxes = "[...document.querySelectorAll('pre, pre code, table')]"
        assert page.evaluate(f"{boxes}.filter(e => e.scrollWidth > e.clientWidth + 1).length") == 0, name
    page.close()


def test_a_first_reader_is_one_click_from_checking_a_draft(site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto((site / "index.html").as_uri())
    link = page.get_by_role("link", name="Your first draft").first
    box = link.bounding_box()
    assert box and box["y"] + box["height"] < 900
    link.click()
    assert page.get_by_role("heading", level=1).inner_text().startswith("Your first draft")
    assert "guidecheck check " in page.locator("pre").nth(1).inner_text()
    page.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_is_wider_than_its_window(site: Path, browser: Browser, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    wider = []
    for file in pages(site):
        page.goto(file.as_uri())
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wider.append(file.relative_to(site).as_posix())
    page.close()
    assert wider == []


def test_what_lies_outside_docs_is_copied(site: Path) -> None:
    copied = site / "files" / "examples" / "profiles" / "river-fund.ttl.txt"
    assert copied.read_bytes() == (ROOT / "examples" / "profiles" / "river-fund.ttl").read_bytes()


def test_the_reference_of_the_command_line_is_current() -> None:
    """`python -m docs.site.command_line` writes it anew."""
    assert PAGE.read_text("utf-8") == written()


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\| \[.+\]\((\S+)\) \|", (folder / "index.md").read_text("utf-8"))
    assert listed == sorted(path.name for path in folder.glob("0*.md"))


@pytest.mark.parametrize("page", [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))], ids=lambda p: p.name)
def test_links_hold_in_the_repository(page: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8"))
    paths = [urlsplit(link).path for link in links if not urlsplit(link).scheme]
    assert [path for path in paths if path and not (page.parent / path).exists()] == []
