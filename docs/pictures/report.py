"""The picture of a report in README.md: its head and one requirement. ``python docs/pictures/report.py``"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import sync_playwright  # noqa: E402 - the path has to be set first

from checker.cli import cli  # noqa: E402
from tests.browser import LAUNCH_ARGS, chromium_path  # noqa: E402

DRAFT = ROOT / "examples" / "drafts" / "sop-reintegration-en.docx"
ONE = """id => {
  const rest = ".filters, .list h3, .cards ~ *, footer";
  document.querySelectorAll(rest).forEach(part => part.hidden = true);
  document.querySelectorAll("details.card").forEach(card => {
    card.open = card.id === id;
    if (card.id !== id) card.style.display = "none";
  });
}"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        report = Path(folder) / "report.html"
        call = ["check", str(DRAFT.relative_to(ROOT)), "--output", str(report), "--fail-on", "never"]
        cli.main(call, standalone_mode=False)
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(LAUNCH_ARGS))
        page = browser.new_page(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
        page.goto(report.as_uri())
        page.evaluate(ONE, "d1-SOP-07")
        end = page.locator("#d1-SOP-07").evaluate("card => card.getBoundingClientRect().bottom")
        whole = {"x": 0, "y": 0, "width": 1280, "height": end + 24}
        page.screenshot(path=ROOT / "docs" / "report.png", full_page=True, clip=whole)
        browser.close()


if __name__ == "__main__":
    main()
