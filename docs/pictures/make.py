"""Pictures of every page as a person sees it: ``python docs/pictures/make.py [FOLDER]``.

Starts the app with the example drafts in a store of its own, and a headless browser.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, Page, sync_playwright  # noqa: E402 - the path has to be set first

from tests.browser import LAUNCH_ARGS, chromium_path  # noqa: E402
from tests.ui.reviewed import review_of  # noqa: E402
from tests.ui.serving import PATIENCE, served  # noqa: E402
from ui.pages import entries  # noqa: E402

DRAFTS = sorted((ROOT / "examples" / "drafts").glob("*.[dp]*"))
WIDE, HIGH = 1280, 800
DARK = ("check", "desk", "reviews")
"""Pages that are also pictured in the dark."""


def main() -> None:
    place = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    with tempfile.TemporaryDirectory() as folder:
        reviews = {draft.name: review_of(Path(folder) / "reviews", draft) for draft in DRAFTS}
        sop = next(review for name, review in reviews.items() if name.startswith("sop"))
        at = {"desk": f"?review={sop}", "compare": "?reviews=" + ",".join(reviews.values())}
        with served(Path(folder)) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(LAUNCH_ARGS))
            _desk_at_work(browser, f"{address}/desk{at['desk']}", place)
            for entry in entries():
                url = f"{address}/{entry.name}{at.get(entry.name, '')}"
                for scheme in ("light", "dark") if entry.name in DARK else ("light",):
                    page = _open(browser, url, scheme)
                    page.screenshot(path=place / f"{entry.name}{'-dark' if scheme == 'dark' else ''}.png")
                    page.close()
            _summary(browser, address, place)
            browser.close()


def _open(browser: Browser, url: str, scheme: str) -> Page:
    page = browser.new_page(viewport={"width": WIDE, "height": HIGH}, color_scheme=scheme, locale="en-GB")  # type: ignore[arg-type]
    page.goto(url)
    page.locator("[data-testid=stMainBlockContainer]").wait_for(timeout=PATIENCE)
    page.wait_for_timeout(3000)
    return page


def _desk_at_work(browser: Browser, url: str, place: Path) -> None:
    page = _open(browser, url, "light")
    for key in ("a", "a", "a", "3"):
        page.keyboard.press(key)
    page.keyboard.type("Said only of families")
    page.wait_for_timeout(1500)
    page.screenshot(path=place / "desk-at-work.png")
    page.close()


def _summary(browser: Browser, address: str, place: Path) -> None:
    page = _open(browser, address, "light")
    page.locator("input[type=file]").set_input_files([str(DRAFTS[0])])
    page.get_by_role("button", name="Check", exact=True).click(timeout=PATIENCE)
    page.locator(".gc-chart").wait_for(timeout=PATIENCE)
    page.wait_for_timeout(1000)
    page.screenshot(path=place / "summary.png")
    page.close()


if __name__ == "__main__":
    main()
