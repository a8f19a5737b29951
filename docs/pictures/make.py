"""Pictures of every page as a person sees it: ``python docs/pictures/make.py [--only NAME,NAME] [FOLDER]``.

Starts the app with the example drafts in a store of its own, and a headless browser. A page that does not come is told
at the end and leaves its old picture.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Error, Page, sync_playwright  # noqa: E402 - the path has to be set first

from tests.browser import LAUNCH_ARGS, chromium_path  # noqa: E402
from tests.ui.scenes import SCENES, settled, shown  # noqa: E402
from tests.ui.serving import served  # noqa: E402
from tests.ui.worked import worked_store  # noqa: E402

PERSON = "Ana Pérez"
"""Who sits at the desk."""
DARK = ("check", "desk", "reviews")
"""Scenes that are also pictured in the dark."""


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    asked.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent)
    asked.add_argument("--only", default="", help="names of pictures, comma between them")
    args = asked.parse_args()
    only, missed = set(filter(None, args.only.split(","))), []
    os.environ["LOGNAME"] = PERSON
    with tempfile.TemporaryDirectory() as folder:
        reviews = worked_store(Path(folder))
        with served(Path(folder)) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(LAUNCH_ARGS))
            for name, open_page in _pictures(partial(shown, browser, address, reviews=reviews)).items():
                if only and name not in only:
                    continue
                try:
                    page = open_page()
                    page.wait_for_timeout(300)
                    page.screenshot(path=args.folder / f"{name}.png")
                    page.close()
                except Error as error:
                    missed.append(f"{name}: {str(error).partition(chr(10))[0]}")
            browser.close()
    if missed:
        sys.exit("\n".join(("no picture of", *missed)))


def _pictures(show: Callable[..., Page]) -> dict[str, Callable[[], Page]]:
    """How to open the page of each picture, by its name; work at the desk comes last, as it decides."""
    found: dict[str, Callable[[], Page]] = {}
    for scene in SCENES:
        found[scene.name] = partial(show, scene=scene)
        if scene.name in DARK:
            found[f"{scene.name}-dark"] = partial(show, scene=scene, scheme="dark")
    desk = next(scene for scene in SCENES if scene.name == "desk")
    return found | {"desk-at-work": lambda: _worked(show(scene=desk))}


def _worked(page: Page) -> Page:
    for key in ("a", "a", "a", "3"):
        page.keyboard.press(key)
    page.keyboard.type("Said only of families")
    settled(page)
    return page


if __name__ == "__main__":
    main()
