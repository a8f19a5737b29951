"""A browser for the tests that need one, and an end to the stores that they open."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser import LAUNCH_ARGS, chromium_path

if TYPE_CHECKING:
    from playwright.sync_api import Browser


# A shell that runs them in the background has it ignored, and the programs they start would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _stores_are_closed() -> Iterator[None]:
    """A store holds eighteen files open until it is closed, and a process may have a thousand."""

    def opened() -> dict[int, object]:
        opening = sys.modules.get("checker.reviews.opening")
        return {id(store): store for store in opening._open.values()} if opening else {}

    before = opened()
    yield
    for store in [store for key, store in opened().items() if key not in before]:
        store.close()  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One a module: while it runs, nothing else in the process can start an event loop."""
    from playwright.sync_api import sync_playwright

    path = chromium_path()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(LAUNCH_ARGS))
        yield browser
        browser.close()
