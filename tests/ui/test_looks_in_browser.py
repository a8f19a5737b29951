"""Every page as everybody can use it: contrast, names and headings by axe-core, the keyboard, no text cut off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.axe import findings
from tests.ui.scenes import SCENES, Scene, shown
from tests.ui.serving import served
from tests.ui.worked import worked_store

STREAMLITS_OWN = {
    # The page's words stand in the button as CSS content, in the page's language; browsers read them, axe does not.
    "button-name": "[data-testid=stFileUploaderDropzone] button",
}
TABS = 40
ON_FOCUS = (Path(__file__).parent / "focused.js").read_text("utf-8")
CUT_OFF = (Path(__file__).parent / "cut_off.js").read_text("utf-8")
"""JavaScript: what the keyboard is on and whether one sees it; texts that are cut off or lie outside the window."""

App = tuple[str, Mapping[str, str]]
every_scene = pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)


@pytest.fixture(autouse=True)
def _own_store() -> None:
    """The running app has the store."""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    folder = tmp_path_factory.mktemp("looks")
    reviews = worked_store(folder)
    with served(folder) as address:
        yield address, reviews


@every_scene
def test_by_day_on_a_desk(browser: Browser, app: App, scene: Scene) -> None:
    page = shown(browser, app[0], scene, app[1])
    try:
        assert findings(page, STREAMLITS_OWN) == []
        assert page.evaluate("document.documentElement.lang") == "en"
        levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => Number(h.tagName[1]))")
        assert levels[0] == 1
        page.evaluate("document.activeElement.blur()")
        seen = list(tabbed(page))
        assert len(seen) > 3
        assert [stop for stop in seen if not stop["visible"]] == []
    finally:
        page.close()


@every_scene
def test_in_the_dark_on_a_tablet_in_french(browser: Browser, app: App, scene: Scene) -> None:
    page = shown(browser, app[0], scene, app[1], scheme="dark", width=820, locale="fr-FR")
    try:
        assert findings(page, STREAMLITS_OWN) == []
        assert page.evaluate("document.documentElement.lang") == "fr"
        assert page.evaluate(CUT_OFF) == []
    finally:
        page.close()


ON_PAPER = (
    ("reviews", ".gc-acting table tbody tr:last-child .gc-name"),
    ("history", ".gc-timeline li:last-child .gc-what"),
    ("desk", ".gd-paper mark.gd-strong"),
)
"""Scenes that people print, each with what stands last on the page or is scrolled to."""


@pytest.mark.parametrize(("name", "last"), ON_PAPER, ids=[name for name, _ in ON_PAPER])
def test_on_paper_everything_is_there_and_nothing_to_press(browser: Browser, app: App, name: str, last: str) -> None:
    scene = next(scene for scene in SCENES if scene.name == name)
    page = shown(browser, app[0], scene, app[1], height=500)
    try:
        words = page.locator(last).last.inner_text()
        paper = "".join(sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf())).pages)
        assert "".join(words.split()) in "".join(normalize("NFKC", paper).split())
        page.emulate_media(media="print")
        assert not page.locator("[data-testid=stHeader]").is_visible()
        assert (
            page.locator("[data-testid=stMain] button:visible, .gd-button:visible").count()
            == page.locator(
                ".gc-acting button.gc-name:visible, .gc-acting th button:visible, .gd-verdict:visible"
            ).count()
        )
    finally:
        page.close()


def tabbed(page: Page) -> Iterator[dict[str, object]]:
    """Where the keyboard stops. A grid drawn on a canvas shows its own cell, which no style tells."""
    for _ in range(TABS):
        page.keyboard.press("Tab")
        stop = page.evaluate(ON_FOCUS)
        if stop is None:
            return
        if stop["tag"] != "CANVAS":
            yield stop


def test_the_uploader_is_named_in_the_language_of_the_page(browser: Browser, app: App) -> None:
    page = shown(browser, app[0], SCENES[0], app[1], locale="fr-FR")
    try:
        assert page.get_by_role("button", name="Choisir des fichiers").count() == 1
        tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        names = [node.get("name", {}).get("value") for node in tree if node.get("role", {}).get("value") == "button"]
        assert "Choisir des fichiers" in names
    finally:
        page.close()
