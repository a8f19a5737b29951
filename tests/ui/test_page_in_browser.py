"""The page in a real browser: drop a draft, check it, read it, take the report home, in silence on the network."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.shared_material import ROOT

DRAFT = ROOT / "examples" / "drafts" / "sop-reintegration-en.docx"
PATIENCE = 40_000
expect.set_options(timeout=PATIENCE)


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A running page, started as a person would start it, on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", "ui/app.py", f"--server.port={port}", "--server.headless=true"]
    environment = {**os.environ, "HOME": str(tmp_path), "TMPDIR": str(tmp_path)}
    with (tmp_path / "server.log").open("w") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    try:
        _wait(f"http://127.0.0.1:{port}/_stcore/health", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)
    assert not [p for p in tmp_path.iterdir() if p.name.startswith("guidecheck-")]


def _wait(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(150):
        assert server.poll() is None, "the server stopped"
        try:
            with urlopen(url, timeout=1) as answer:  # noqa: S310 - our own server
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the server did not start")


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Page]:
    """The page, which asks nobody else for anything."""
    asked: set[str] = set()
    page = browser.new_page(viewport={"width": 1360, "height": 900}, locale="en-GB")
    page.on("request", lambda request: asked.add(request.url))
    page.goto(address)
    yield page
    page.close()
    local = (address, address.replace("http", "ws"), "data:", "blob:")
    assert not {url for url in asked if not url.startswith(local)}


def test_a_draft_from_upload_to_download(opened: Page, tmp_path: Path) -> None:
    page = opened
    expect(page.get_by_text("Check a draft against published guidance")).to_be_visible(timeout=PATIENCE)
    page.locator("input[type=file]").set_input_files(DRAFT)
    press = page.get_by_role("button", name="Check", exact=True)
    expect(press).to_be_enabled(timeout=PATIENCE)
    press.click()

    expect(page.get_by_role("heading", name="Requirements", exact=True)).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("heading", name=DRAFT.name)).to_be_visible()
    expect(page.get_by_text("Standard operating procedures (found out)")).to_be_visible()
    expect(page.locator(".gc-chart li")).to_have_count(5)
    expect(page.locator("[class*=st-key-mend-] button")).to_have_count(5)

    page.get_by_label("Search requirements and passages").fill("SOP-07")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 of 51 requirements shown")).to_be_visible()
    row = page.locator("[class*='st-key-row-'][class*='SOP-07']")
    row.locator("summary").first.click()
    expect(row.get_by_text("In the guidance", exact=True)).to_be_visible()
    passage = row.locator(".gc-passage mark").first
    expect(passage).to_be_visible()
    expect(passage).to_have_css("background-color", "rgb(255, 246, 207)")

    with page.expect_download() as download:
        page.get_by_role("button", name="Report as JSON").click()
    report = tmp_path / "report.json"
    download.value.save_as(report)
    found = json.loads(report.read_text("utf-8"))["inputs"][0]
    assert found["path"] == DRAFT.name
    quotes = [e["quote"] for r in found["requirements"] if r["id"] == "SOP-07" for e in r["evidence"]]
    assert passage.inner_text() in quotes

    page.get_by_text("Español", exact=True).click()
    expect(page.get_by_role("heading", name="Requisitos", exact=True)).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("button", name="Revisar", exact=True)).to_be_visible()
    expect(page.get_by_label("Tipo de borrador")).to_have_value("Averiguar")
    expect(page.get_by_label("Perfil")).to_have_value("Todas las orientaciones")
    expect(page.locator("[class*='st-key-row-'][class*='SOP-07']")).to_have_count(1)
