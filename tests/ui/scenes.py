"""Every page as a person works with it: what tests of its looks open, and the script of the pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from tests.shared_material import ROOT
from tests.ui.serving import PATIENCE
from tests.ui.worked import SOP

RDF = ROOT / "examples" / "cases" / "serbia-local-action-plans.ttl"


@dataclass(frozen=True, slots=True)
class Scene:
    """A page, or a part of one. ``path`` names reviews as ``worked_store`` does: ``{sop}``."""

    name: str
    path: str
    shown: str
    """A CSS selector of what must be there before anyone looks."""
    act: Callable[[Page], object] | None = None
    """What is done to bring it there, once the page has come."""


def _check(page: Page) -> None:
    page.locator("input[type=file]").set_input_files(SOP)
    page.locator(".st-key-check button:enabled").click(timeout=PATIENCE)


def _data(page: Page) -> None:
    page.locator("input[type=file]").set_input_files(RDF)
    page.locator(".st-key-data-check button:enabled").click(timeout=PATIENCE)


def _beside(page: Page) -> None:
    page.locator(".gc-matrix tbody td button").first.click(timeout=PATIENCE)


def _search(page: Page) -> None:
    page.locator(".st-key-guidance-query input").fill("consent")
    page.keyboard.press("Enter")


def _profile(page: Page) -> None:
    page.locator(".st-key-profile-begin button").click(timeout=PATIENCE)
    for theme in ("capacity-building", "coordination"):
        page.locator(f".gc-acting [data-act=tick-theme][data-value={theme}]").check(timeout=PATIENCE)
    page.locator("[data-testid=stMain]").evaluate("main => main.scrollTo(0, 0)")


SCENES = (
    Scene("check", "", "[data-testid=stFileUploader]"),
    Scene("summary", "", ".gc-chart", _check),
    Scene("desk", "desk?review={sop}", ".gd-paper mark"),
    Scene("reviews", "reviews", ".gc-acting table"),
    Scene("history", "reviews?review={before}", ".gc-timeline"),
    Scene("versions", "reviews?review={sop}&view=versions&before={before}", ".gc-versions"),
    Scene("compare", "compare?reviews={sop},{proposal},{policy}", ".gc-matrix"),
    Scene("beside", "compare?reviews={sop},{proposal},{policy}", ".gc-beside", _beside),
    Scene("guidance", "guidance", ".st-key-guidance-query"),
    Scene("search", "guidance", "[class*=st-key-link-hit-]", _search),
    Scene("requirement", "guidance?requirement=SOP-07", ".walk canvas"),
    Scene("describe", "describe", ".gk-facts"),
    Scene("data", "data", "[data-testid=stFileUploader]"),
    Scene("data-checked", "data", "[data-testid=stExpander]", _data),
    Scene("profiles", "profiles", "[data-testid=stMainBlockContainer] h2"),
    Scene("profile", "profiles", ".gc-acting [data-key]", _profile),
)


def shown(
    browser: Browser,
    address: str,
    scene: Scene,
    reviews: Mapping[str, str],
    *,
    scheme: str = "light",
    width: int = 1280,
    height: int = 800,
    locale: str = "en-GB",
) -> Page:
    """A new session on that scene, when nothing moves in it any more. The caller closes the page."""
    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        locale=locale,
        reduced_motion="reduce",  # type: ignore[arg-type]
    )
    page.goto(f"{address}/{scene.path.format(**reviews)}")
    page.locator("[data-testid=stMainBlockContainer]").wait_for(timeout=PATIENCE)
    if scene.act is not None:
        scene.act(page)
    page.locator(scene.shown).first.wait_for(timeout=PATIENCE)
    settled(page)
    return page


def settled(page: Page) -> None:
    """Waits until the app has run to its end and the page keeps its height."""
    page.wait_for_function(
        """() => {
          const app = document.querySelector("[data-testid=stApp]").dataset;
          const main = document.querySelector("[data-testid=stMain]");
          const now = `${main.scrollHeight} ${document.querySelectorAll("*").length}`;
          const still = app.testScriptState !== "running" && window.gcWas === now
            && !main.querySelector("[data-testid=stSkeleton]");
          window.gcWas = now;
          return still;
        }""",
        polling=400,
        timeout=PATIENCE,
    )
