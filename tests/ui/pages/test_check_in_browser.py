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

    expect(page.get_by_role("heading", name=DRAFT.name)).to_be_visible()
    expect(page.get_by_text("Standard operating procedures (found out)")).to_be_visible()
    expect(page.locator(".gc-chart li")).to_have_count(5)
    expect(page.locator("[class*=st-key-mend-] button")).to_have_count(5)

    with page.expect_download() as download:
        page.get_by_role("button", name="Report as JSON").click()
    report = tmp_path / "report.json"
    download.value.save_as(report)
    found = json.loads(report.read_text("utf-8"))["inputs"][0]
    assert found["path"] == DRAFT.name

    page.get_by_text("Español", exact=True).click()
    expect(page.get_by_role("button", name="Revisar", exact=True)).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_label("Tipo de borrador")).to_have_value("Averiguar")
    expect(page.get_by_label("Perfil")).to_have_value("Todas las orientaciones")

    page.locator("[class*=st-key-to-desk] button").click()
    expect(page.locator(".gd-row")).to_have_count(51)
    expect(page.locator(".gd-progress-words")).to_have_text("0 de 50 decididos")
    expect(page.locator(".gd-paper mark.gd-strong").first).to_be_in_viewport()


CASE = ROOT / "examples" / "cases" / "iom-avrr-programmes.ttl"


@pytest.mark.parametrize(("where", "file"), [("check", DRAFT), ("data", CASE)])
def test_a_stopped_check_leaves_a_page_to_go_on_with_and_no_process(
    browser: Browser, tmp_path: Path, where: str, file: Path
) -> None:
    many = [tmp_path / f"{n} {file.name}" for n in range(12)]
    for copy in many:
        copy.write_bytes(file.read_bytes())
    with serving.served(tmp_path) as address, serving.opened(browser, f"{address}/{where}") as page:
        page.locator("input[type=file]").set_input_files(many)
        press = page.get_by_role("button", name="Check", exact=True)
        expect(press).to_be_enabled()
        press.click()
        stop = page.get_by_role("button", name="Stop", exact=True)
        expect(stop).to_be_visible()
        expect(page.get_by_role("progressbar")).to_be_visible()
        assert serving.checking(tmp_path)
        stop.click()
        expect(page.get_by_text("The check was stopped")).to_be_visible()
        expect(stop).to_have_count(0)
        page.wait_for_timeout(500)
        assert serving.checking(tmp_path) == []
        assert not list((tmp_path / "tmp").glob("guidecheck-*/guidecheck-*"))
        expect(page.get_by_role("button", name=f"Remove {many[0].name}")).to_have_count(1)
        press.click()
        expect(stop).to_be_visible()
        expect(page.get_by_text("The check was stopped")).to_have_count(0)
        stop.click()
        expect(page.get_by_text("The check was stopped")).to_be_visible()


def test_bad_data_files_say_their_line_beside_what_was_checked(browser: Browser, tmp_path: Path) -> None:
    broken = tmp_path / "roto.ttl"
    broken.write_text("@prefix ex: <https://example.org/> .\nex:a a ex:B\nex:c a <script>alert(1)</script> .\n")
    with serving.served(tmp_path) as address, serving.opened(browser, f"{address}/data", locale="es-ES") as page:
        page.locator(".gk-start").wait_for()
        page.locator("input[type=file]").set_input_files([broken, CASE])
        press = page.get_by_role("button", name="Revisar", exact=True)
        expect(press).to_be_enabled()
        press.click()
        expect(page.get_by_text("roto.ttl:3: esto no es Turtle válido")).to_be_visible()
        expect(page.locator(".gk-hit").first).to_contain_text("<script>alert(1)</script>")
        expect(page.locator("[data-testid=stExpander]").first).to_be_visible()
        page.locator("[data-testid=stExpander] summary").first.click()
        expect(page.locator("[data-testid=stExpander] .gk-hit").first).to_be_visible()
