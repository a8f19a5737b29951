"""Reviews in a real browser: found again after a restart, sorted, compared, taken along; in Spanish too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from checker.check import Options, check
from checker.knowledge import load
from checker.reviews.store import NewReview
from tests.shared_material import ROOT
from tests.ui.kept import close, desk_at
from tests.ui.serving import PATIENCE, opened, served

DRAFTS = ROOT / "examples" / "drafts"
CHECKED = {
    "programme-proposal-en.pdf": ("programme-proposal-en.pdf", "programme"),
    "sop-as-proposal.docx": ("sop-reintegration-en.docx", "programme"),
    "politica-nacional-es.docx": ("politica-nacional-es.docx", None),
}
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a store of three reviews, made by checking the example drafts; two decisions on the first."""
    home = tmp_path_factory.mktemp("home")
    desk = desk_at(home / "reviews")
    for name, (file, kind) in CHECKED.items():
        (found,) = check([DRAFTS / file], load(), Options(kind=kind)).report.inputs
        found = replace(found, path=name)
        header = desk.add(NewReview(name, (DRAFTS / file).read_bytes(), None, found, "everything", ""))
        if name.startswith("programme"):
            first, second = [r.id for r in found.requirements if r.verdict == "not-stated"][:2]
            desk.correct(header.id, first, None, "met", "Annex B says so")
            desk.accept(header.id, second, None)
    close(home / "reviews")
    return home


@pytest.fixture
def page(browser: Browser, folder: Path) -> Iterator[Page]:
    """The list of reviews, in an app that was started just now."""
    with served(folder) as address, opened(browser, address) as page:
        page.goto(f"{address}/reviews")
        yield page


def rows(page: Page) -> list[str]:
    return page.locator(".gc-reviews .gc-name").all_inner_texts()


def tick(page: Page, *names: str, word: str = "Choose") -> None:
    for name in names:
        page.get_by_label(f"{word} {name}").check()
        expect(page.locator(".gc-ticked", has_text=name)).to_be_visible()


def test_sorted_compared_and_exported(page: Page, tmp_path: Path) -> None:
    expect(page.locator(".gc-reviews tbody tr")).to_have_count(3)
    page.get_by_role("button", name="Draft", exact=True).click()
    expect(page.locator("th[aria-sort=ascending]")).to_have_text("Draft")
    assert rows(page) == sorted(CHECKED)

    tick(page, "sop-as-proposal.docx", "programme-proposal-en.pdf")
    page.get_by_role("button", name="Compare proposals (2)").click()
    heads = page.locator(".gc-matrix .gc-pname")
    expect(heads).to_have_text(["sop-as-proposal.docx", "programme-proposal-en.pdf"])
    page.get_by_text("By coverage", exact=True).click()
    expect(heads).to_have_text(["programme-proposal-en.pdf", "sop-as-proposal.docx"])
    shares = [int(text.split()[0]) for text in page.locator(".gc-coverage b").all_inner_texts()]
    assert shares == sorted(shares, reverse=True)

    weight = page.locator(".gc-weight input").first
    weight.fill("50")
    weight.press("Enter")
    expect(page.locator(".gc-changed")).to_have_count(1)
    with page.expect_download() as download:
        page.get_by_role("button", name="Matrix as XLSX").click()
    file = tmp_path / "matrix.xlsx"
    download.value.save_as(file)
    values = [[cell.value for cell in row] for row in openpyxl.load_workbook(file).worksheets[0].iter_rows()]
    assert ["programme-proposal-en.pdf", "sop-as-proposal.docx"] in [row[4:6] for row in values]
    assert 50 in [row[1] for row in values]
    page.get_by_role("button", name="Weights of the profile").click()
    expect(page.locator(".gc-changed")).to_have_count(0)


def test_weights_outlast_a_reload(page: Page) -> None:
    tick(page, "sop-as-proposal.docx", "programme-proposal-en.pdf")
    page.get_by_role("button", name="Compare proposals (2)").click()
    weight = page.locator(".gc-weight input").first
    weight.fill("50")
    weight.press("Enter")
    expect(page.locator(".gc-changed")).to_have_count(1)
    expect(page).to_have_url(re.compile("unsaved="))
    page.reload()
    expect(page.locator(".gc-changed")).to_have_value("50")
    expect(page.locator(".gc-matrix .gc-pname")).to_have_text(["sop-as-proposal.docx", "programme-proposal-en.pdf"])

    page.goto(f"{page.url.partition('/compare')[0]}/compare")
    expect(page.get_by_text("Proposals: 2, weights changed: 1")).to_be_visible()
    page.get_by_role("button", name="Go on with").click()
    expect(page.locator(".gc-changed")).to_have_value("50")
    page.get_by_role("button", name="Weights of the profile").click()
    expect(page.locator(".gc-changed")).to_have_count(0)
    page.goto(f"{page.url.partition('/compare')[0]}/compare")
    expect(page.get_by_text("What stands in each proposal")).to_be_visible()
    expect(page.get_by_text("weights changed")).to_have_count(0)


def test_the_matrix_by_keyboard(page: Page) -> None:
    tick(page, "sop-as-proposal.docx", "programme-proposal-en.pdf")
    page.get_by_role("button", name="Compare proposals (2)").click()
    cell = page.locator("[data-cell]").first
    cell.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    expect(page.locator("tr[data-cells]").nth(1).locator("[data-cell]").nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    beside = page.get_by_role("dialog")
    expect(beside.locator("h3")).to_have_text(["programme-proposal-en.pdf", "sop-as-proposal.docx"])
    page.keyboard.press("Escape")
    expect(beside).to_have_count(0)
    theme = page.locator("[data-fold]").first
    inside = page.locator(f"tr[data-in='{theme.get_attribute('data-fold')}']").first
    theme.focus()
    page.keyboard.press("Enter")
    expect(theme).to_have_attribute("aria-expanded", "false")
    expect(inside).to_be_hidden()


def test_after_a_restart_the_history_is_there_and_the_review_resumes(page: Page) -> None:
    row = page.locator(".gc-reviews tr", has_text="programme-proposal-en.pdf")
    expect(row.locator(".gc-num")).to_contain_text("2 /")
    row.get_by_role("button", name="Details of").click()
    expect(page.locator(".gc-timeline li")).to_have_count(2)
    expect(page.get_by_text("Annex B says so")).to_be_visible()
    page.get_by_role("button", name="Resume").click()
    page.wait_for_url("**/desk?review=*")


def test_a_review_goes_and_comes_back_as_a_file(page: Page, tmp_path: Path) -> None:
    page.get_by_role("button", name="Details of sop-as-proposal.docx").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    page.get_by_text("Delete", exact=True).click()
    page.get_by_label("To confirm, type the name").fill("sop-as-proposal.docx")
    page.get_by_role("button", name="Delete for good").click()
    expect(page.locator(".gc-reviews tbody tr")).to_have_count(2)
    page.get_by_role("button", name="Import", exact=True).click()
    page.locator("input[type=file]").set_input_files(file)
    press = page.get_by_role("button", name="Import this review")
    expect(press).to_be_enabled()
    press.click()
    expect(page.get_by_role("heading", name="sop-as-proposal.docx")).to_be_visible()


def test_in_spanish_and_without_ranking_countries(browser: Browser, folder: Path) -> None:
    with served(folder) as address, opened(browser, address, locale="es-ES") as page:
        page.goto(f"{address}/reviews")
        expect(page.get_by_role("heading", name="Revisiones")).to_be_visible()
        tick(page, "politica-nacional-es.docx", "programme-proposal-en.pdf", word="Elegir")
        page.get_by_role("button", name="Comparar propuestas (2)").click()
        expect(page.get_by_text("no se ordenan por cobertura")).to_be_visible()
        expect(page.get_by_text("Por nombre", exact=True)).to_be_visible()
        expect(page.get_by_text("Por cobertura", exact=True)).to_have_count(0)
        expect(page.locator(".gc-legend")).to_contain_text("Cumplido en parte")
