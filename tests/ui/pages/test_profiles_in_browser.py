"""A profile in a real browser: made, saved, used in a check, known to the command line, deleted."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from checker.knowledge import load
from tests.shared_material import ROOT
from tests.ui.serving import PATIENCE, opened, served

DRAFT = ROOT / "examples" / "drafts" / "sop-reintegration-en.docx"
THEME = "Procedures and data"
SOPS = sorted(r.id for r in load().requirements.values() if r.theme == "sop-and-data")
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def address(home: Path) -> Iterator[str]:
    with served(home) as address:
        yield address


def begin(page: Page, name: str) -> None:
    page.get_by_role("button", name="Begin a new profile").click()
    page.get_by_label("Name of the profile").fill(name)
    page.keyboard.press("Tab")
    expect(page.get_by_role("heading", name=name)).to_be_visible()


def tick(page: Page, requirement: str) -> Locator:
    return page.get_by_role("checkbox", name=f"Ask for {requirement}", exact=True)


def weight(page: Page, requirement: str) -> Locator:
    return page.get_by_label(f"Weight of {requirement}, above 0 and up to 100", exact=True)


def to(page: Page, name: str) -> None:
    page.get_by_role("link", name=name).click()


def test_made_saved_used_and_deleted(browser: Browser, address: str, home: Path, tmp_path: Path) -> None:
    with opened(browser, f"{address}/profiles", width=1800) as page:
        begin(page, "Riverside Fund")
        page.get_by_role("button", name=re.compile(f"^{THEME}")).first.click()
        expect(page.get_by_text(f"{len(SOPS)} of 499 requirements shown")).to_be_visible()
        page.get_by_role("button", name=f"Tick all {len(SOPS)} shown", exact=True).click()
        expect(tick(page, "SOP-07")).to_be_checked()
        weight(page, "SOP-07").fill("5")
        page.keyboard.press("Tab")
        page.get_by_label("Strength of SOP-07", exact=True).select_option("must")
        expect(page.get_by_text(f"Requirements ticked: {len(SOPS)}", exact=True)).to_be_visible()
        page.get_by_role("button", name="Save profile").click()
        expect(page.get_by_text("Saved as riverside-fund.")).to_be_visible()
        page.get_by_role("button", name="Check a draft with it").click()
        expect(page.get_by_role("combobox", name="Profile")).to_have_value("Riverside Fund")
        page.locator("input[type=file]").first.set_input_files(DRAFT)
        page.get_by_role("button", name="Check", exact=True).click()
        expect(page.locator("dd", has_text="Riverside Fund")).to_be_visible()
        report = tmp_path / "report.json"
        asked = ("--profile", "riverside-fund", "--format", "json", "--output", str(report), "--fail-on", "never")
        own = {"HOME": str(home), "GUIDECHECK_PROFILES": str(home / "profiles")}
        done = subprocess.run(
            [sys.executable, "-m", "checker", "check", str(DRAFT), *asked],
            cwd=ROOT, env={**os.environ, **own}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        found = json.loads(report.read_text("utf-8"))
        assert found["profile"] == "riverside-fund"
        assert {r["id"] for r in found["inputs"][0]["requirements"]} <= set(SOPS)
        to(page, "Profiles")
        page.get_by_role("button", name="Delete the profile “Riverside Fund”").click()
        page.get_by_role("button", name="Delete for good").click()
        expect(page.get_by_role("button", name="Edit the profile")).to_have_count(0)
        expect(page.get_by_text("Not saved yet.")).to_be_visible()
    assert not list((home / "profiles").iterdir())


def test_ticks_in_quick_succession_and_a_weight_half_typed_stay(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/profiles") as page:
        begin(page, "Quick")
        page.get_by_role("button", name="Open all themes").click()
        page.evaluate(
            """async () => {
                for (let n = 0; n < 12; n++) {
                    document.querySelectorAll('input[data-act="tick"]')[n].click();
                    await new Promise((go) => setTimeout(go, 30));
                }
            }"""
        )
        expect(page.get_by_text("Requirements ticked: 12", exact=True)).to_be_visible()
        boxes = page.locator('input[data-act="tick"]')
        assert [boxes.nth(n).is_checked() for n in (0, 11, 12)] == [True, True, False]
        field = page.locator('input[data-act="weight"]').first
        field.click()
        field.press_sequentially("7")
        page.evaluate("document.querySelectorAll('input[data-act=\"tick\"]')[12].click()")
        expect(page.get_by_text("Requirements ticked: 13", exact=True)).to_be_visible()
        typed = field.input_value()
        assert "7" in typed
        page.keyboard.press("Tab")
        expect(page.locator("input.gc-changed")).to_have_count(1)
        expect(field).to_have_value(typed)


def test_another_page_and_another_language_lose_nothing(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/profiles") as page:
        begin(page, "Kept Fund")
        page.get_by_role("button", name="Open all themes").click()
        tick(page, "SOP-07").check()
        expect(page.get_by_text("Requirements ticked: 1", exact=True)).to_be_visible()
        to(page, "Guidance")
        expect(page.get_by_role("heading", name="Guidance").first).to_be_visible()
        to(page, "Profiles")
        expect(page.get_by_label("Name of the profile")).to_have_value("Kept Fund")
        page.get_by_text("Español", exact=True).click()
        expect(page.get_by_role("heading", name="Kept Fund")).to_be_visible()
        expect(page.get_by_label("Nombre del perfil")).to_have_attribute("placeholder", "Kept Fund")
        page.get_by_label("Nombre del perfil").fill("Fondo guardado")
        page.keyboard.press("Tab")
        expect(page.get_by_role("heading", name="Fondo guardado")).to_be_visible()
        expect(page.get_by_text("Requisitos marcados: 1", exact=True)).to_be_visible()
        page.get_by_text("English", exact=True).click()
        expect(page.get_by_label("Name of the profile")).to_have_value("Kept Fund")


def test_a_tick_sends_little_and_a_reload_loses_nothing(browser: Browser, address: str) -> None:
    came: list[int] = []
    page = browser.new_page()
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: came.append(len(frame))))
    page.goto(f"{address}/profiles")
    begin(page, "Reloaded Fund")
    page.get_by_role("button", name="Open all themes").click()
    came.clear()
    tick(page, "SOP-07").check()
    expect(page.locator(".gc-counts").get_by_text("Requirements ticked: 1", exact=True)).to_be_visible()
    expect(page.locator(".gc-theme", has_text=THEME)).to_contain_text(f"1 / {len(SOPS)}")
    assert sum(came) < 80_000
    weight(page, "SOP-07").fill("4")
    page.keyboard.press("Tab")
    expect(page.locator("input.gc-changed")).to_have_count(1)
    page.reload()
    expect(page.get_by_label("Name of the profile")).to_have_value("Reloaded Fund")
    expect(page.locator(".gc-counts").get_by_text("Requirements ticked: 1", exact=True)).to_be_visible()
    page.get_by_role("button", name="Open all themes").click()
    expect(weight(page, "SOP-07")).to_have_value("4")
    page.close()
    with opened(browser, f"{address}/profiles") as elsewhere:
        elsewhere.get_by_role("button", name="Go on with “Reloaded Fund”").click()
        expect(elsewhere.get_by_label("Name of the profile")).to_have_value("Reloaded Fund")
