"""The page in a real browser: drop a draft, check it, read it, take the report home, in silence on the network."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.shared_material import ROOT
from tests.ui import serving
from tests.ui.serving import PATIENCE

DRAFT = ROOT / "examples" / "drafts" / "sop-reintegration-en.docx"
expect.set_options(timeout=PATIENCE)


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    with serving.served(tmp_path) as address, serving.opened(browser, address) as page:
        yield page


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
