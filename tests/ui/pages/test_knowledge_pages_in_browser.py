"""Guidance and forms in a real browser: a walk from node to node, an answer that turns a verdict."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.shared_material import ROOT
from tests.ui.serving import PATIENCE, opened, served

expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def address(home: Path) -> Iterator[str]:
    with served(home) as address:
        yield address


def command(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The command line of the person whose home this is."""
    return subprocess.run(
        [sys.executable, "-m", "checker", *words],
        cwd=ROOT, env={**os.environ, "HOME": str(home)}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_click_in_the_picture_walks_on(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/guidance?requirement=SOP-07") as page:
        picture = page.locator(".walk")
        expect(picture).to_be_visible()
        page.wait_for_timeout(1000)
        picture.scroll_into_view_if_needed()
        at = picture.evaluate("place => place.walkTo('theme:sop-and-data')")
        box = picture.bounding_box()
        assert box is not None
        page.mouse.click(box["x"] + at["x"], box["y"] + at["y"])
        expect(page.get_by_role("heading", name="Procedures and data")).to_be_visible()


def test_an_answer_turns_the_verdict_and_the_command_line_agrees(
    browser: Browser, address: str, home: Path, tmp_path: Path
) -> None:
    with opened(browser, f"{address}/describe") as page:
        page.get_by_label("Name of the draft").fill("Orchard programme")
        page.get_by_text("Yes", exact=True).first.click()
        expect(page.get_by_text("Answered 1 / 1350")).to_be_visible()
        with page.expect_download() as download:
            page.get_by_role("button", name="Turtle").click()
        file = tmp_path / "described.ttl"
        download.value.save_as(file)
        shown = verdicts_shown(page)
    done = command(home, "check", str(file), "--format", "json", "--output", str(tmp_path / "report.json"))
    assert done.returncode in (0, 1), done.stderr
    found = json.loads((tmp_path / "report.json").read_text("utf-8"))["inputs"][0]["requirements"]
    counted = [sum(r["verdict"] == v for r in found) for v in ("met", "partly-met", "not-met", "not-stated")]
    assert counted == shown
    assert sum(counted[:2]) == 1


def verdicts_shown(page: Page) -> list[int]:
    """How many are met, partly met, not met and not stated, by the line above the form."""
    line = page.locator(".gk-facts")
    return [int(n) for n in line.locator("b").all_inner_texts()[:4]]
