"""A web page that is open on the same computer does not get at the desk."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser import LAUNCH_ARGS, chromium_path
from tests.ui.serving import PATIENCE, served

ELSEWHERE = "a-page.example"
LED_HERE = f"--host-resolver-rules=MAP {ELSEWHERE} 127.0.0.1"


@contextmanager
def browsing() -> Iterator[Browser]:
    """A browser for which the name of the other page leads to this computer, as its owner can make it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=[*LAUNCH_ARGS, LED_HERE])
        yield browser
        browser.close()


@contextmanager
def page_around(address: str) -> Iterator[int]:
    """The port of a page that has another one in a frame."""

    class Framing(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f"<iframe src='{address}' width=1200 height=800></iframe>".encode())

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Framing) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def test_neither_under_its_own_name_nor_in_a_frame(tmp_path: Path) -> None:
    with served(tmp_path) as address, browsing() as browser, page_around(address) as port:
        page = browser.new_page(locale="en-GB")
        page.goto(f"http://{ELSEWHERE}:{address.rpartition(':')[2]}/")
        page.get_by_text("nobody is asked to sign in").wait_for(timeout=PATIENCE)
        assert page.locator("input[type=file]").count() == 0
        page.goto(f"http://{ELSEWHERE}:{port}/")
        page.frames[-1].locator("input[type=file]").wait_for(state="attached", timeout=PATIENCE)
        page.frames[-1].get_by_test_id("stApp").wait_for(state="hidden", timeout=PATIENCE)
        page.goto(address)
        page.locator("input[type=file]").wait_for(state="attached", timeout=PATIENCE)
        assert page.get_by_test_id("stApp").is_visible()
