"""The review desk in a browser, with a draft of 120 pages: how long a person waits, and how often they press.

usage: python -m benchmarks.desk [PAGES]

Prints the time from choosing a requirement to its passage being painted, and what it takes to get through 50.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Page, sync_playwright

from benchmarks.whole.pdf import write_pdf
from checker.check import Options
from checker.checks.document import check_document
from checker.checks.options import Plan
from checker.knowledge import load
from checker.profiles import profile_of
from checker.readers import read
from checker.reviews.opening import open_store
from checker.reviews.store import NewReview
from tests.browser import LAUNCH_ARGS, chromium_path
from tests.ui.serving import PATIENCE, served

TIMES = 60
"""How often a requirement is chosen."""
DECIDED = 50
CORRECTED_EVERY = 5
"""Every fifth verdict is corrected, which takes a key for the verdict and one to go on."""
MOST_SECONDS = 0.5

CHOOSE = """(key) => new Promise((done) => {
  const before = performance.now();
  const chosen = document.querySelector(".gd-current");
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  requestAnimationFrame(() => setTimeout(() => {
    const mark = document.querySelector(".gd-paper mark.gd-strong");
    const paper = document.querySelector(".gd-paper").getBoundingClientRect();
    const at = mark && mark.getBoundingClientRect();
    const moved = chosen !== document.querySelector(".gd-current");
    done([performance.now() - before, moved && Boolean(at && at.top >= paper.top && at.top < paper.bottom)]);
  }));
})"""
"""Presses a key and waits until the next picture is painted; also says whether the marked passage is in it."""


def main() -> int:
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 120
    with tempfile.TemporaryDirectory() as folder:
        review, requirements = _reviewed(Path(folder), pages)
        with served(Path(folder)) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(LAUNCH_ARGS))
            page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="en-GB")
            started = perf_counter()
            page.goto(f"{address}/desk?review={review}")
            page.locator(".gd-paper mark.gd-strong").first.wait_for(timeout=PATIENCE)
            print(f"{pages} pages, {requirements} requirements; desk opened in {perf_counter() - started:.1f} s")
            slow = _choosing(page)
            _deciding(page)
            browser.close()
    return int(slow)


def _reviewed(folder: Path, pages: int) -> tuple[str, int]:
    """The id of a review of a long draft, in a store in ``folder``."""
    file, knowledge = folder / "long.pdf", load()
    write_pdf(file, pages)
    document = read(file)
    plan = Plan(knowledge, profile_of("everything", knowledge), Options(kind="programme"))
    (report,) = check_document(document, plan)
    store = open_store(folder / "reviews")
    header = store.add(NewReview(file.name, file.read_bytes(), document, report, "everything", "benchmark"))
    store.close()  # type: ignore[attr-defined]
    return header.id, len(report.requirements)


def _choosing(page: Page) -> bool:
    times, unseen = [], 0
    for _ in range(TIMES):
        milliseconds, seen = page.evaluate(CHOOSE, "j")
        times.append(milliseconds / 1000)
        unseen += not seen
    times.sort()
    p95 = times[int(0.95 * len(times))]
    print(
        f"requirement chosen -> passage painted: median {1000 * statistics.median(times):.0f} ms, "
        f"p95 {1000 * p95:.0f} ms, most {1000 * times[-1]:.0f} ms; {unseen} of {TIMES} without a passage"
    )
    return p95 > MOST_SECONDS


def _deciding(page: Page) -> None:
    """A person who knows at once: only the waiting counts, for the page and then for what is saved."""
    keys, waited, started = 0, [], perf_counter()
    for n in range(DECIDED):
        for key in ("2", "Enter") if n % CORRECTED_EVERY == 0 else ("a",):
            before = perf_counter()
            page.keyboard.press(key)
            page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
            waited.append(perf_counter() - before)
            keys += 1
    page.wait_for_function(
        "(n) => Number(document.querySelector('.gd-progress-words').textContent.split(' ')[0]) >= n", arg=DECIDED - 5
    )
    page.wait_for_function(
        "() => ![...document.querySelectorAll('.gd-done')].some((done) => done.textContent === '…')", timeout=PATIENCE
    )
    print(
        f"{DECIDED} requirements: {keys} keys, {sum(waited):.1f} s of waiting "
        f"(at most {1000 * max(waited):.0f} ms a key), all saved {perf_counter() - started:.1f} s after the first key"
    )


if __name__ == "__main__":
    sys.exit(main())
