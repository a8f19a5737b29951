"""The page of a portfolio in a real browser: numbers by keys, filters, order, drill-down, paper, and silence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from checker.knowledge import load
from checker.portfolio.seen.folder import open_portfolio
from checker.portfolio.seen.html import render
from tests.portfolio.conftest import NAMES
from tests.portfolio.folders import description_row, reports, verdict_rows, written

Show = Callable[..., Page]
POLICY = "Model matrix of a policy for returning migrant children and adolescents"


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Show]:
    """Opens the page, and afterwards holds that it was silent: one file read, no message, no error."""
    noise, read, pages = set(), {"data:,"}, []

    def open_page(folder: Path, width: int = 1280, scripts: bool = True) -> Page:
        file = tmp_path / "page.html"
        with open_portfolio(folder) as portfolio:
            file.write_text(render(portfolio, load(), "en"), encoding="utf-8")
        context = browser.new_context(viewport={"width": width, "height": 900}, java_script_enabled=scripts)
        page = context.new_page()
        pages.append(context)
        read.add(file.as_uri())
        page.on("console", lambda message: noise.add(message.text))
        page.on("pageerror", lambda error: noise.add(str(error)))
        page.on("request", lambda request: noise.add(request.url.partition("#")[0]))
        page.goto(file.as_uri())
        if scripts:
            page.locator("html.ready").wait_for()
        return page

    yield open_page
    for context in pages:
        context.close()
    assert noise <= read


def names(page: Page) -> list[str]:
    return page.locator("table.rows .opens").all_inner_texts()


def test_numbers_are_read_by_pointer_and_keys(show: Show, four: Path) -> None:
    page = show(four)
    readout = page.locator(".readout")
    first = page.locator("table.heat").first.locator("td[title]").first
    first.hover()
    expect(readout).to_have_text(str(first.get_attribute("title")))
    first.focus()
    page.keyboard.press("ArrowDown")
    below = page.locator("table.heat").first.locator("tbody tr").nth(1).locator("td[title]").first
    expect(below).to_be_focused()
    expect(readout).to_have_text(str(below.get_attribute("title")))
    expect(page.locator("table.heat").first.locator('td[tabindex="0"]')).to_have_count(1)


def test_search_kind_and_order(show: Show, four: Path) -> None:
    page = show(four)
    assert names(page) == sorted(names(page)) and len(names(page)) == 4
    page.locator('[data-filter="text"]').fill("DIÁSPORA")
    expect(page.locator("table.rows .opens")).to_have_count(1)
    expect(page.locator(".count")).to_have_text("1 of 4 descriptions shown")
    page.get_by_role("button", name="Clear filters").click()
    page.locator('[data-filter="kind"]').select_option(label="National policy")
    assert names(page) == [POLICY]
    page.locator('[data-filter="text"]').fill("nothing of the sort")
    expect(page.locator(".none")).to_be_visible()


def test_policies_of_countries_are_last_where_the_list_says_how_much_is_covered(show: Show, four: Path) -> None:
    page = show(four)
    for _ in range(2):
        page.locator('[data-sort="coverage"]').click()
        assert names(page)[-1] == POLICY
        expect(page.locator(".unranked")).to_be_visible()
    page.locator('[data-sort="name"]').click()
    expect(page.locator(".unranked")).to_be_hidden()


def test_a_description_opens_to_its_requirements(show: Show, four: Path) -> None:
    page = show(four)
    draft = reports("iom-handbook-diaspora-strategy")[0]
    page.get_by_role("button", name=draft.name).click()
    lines = page.locator(".opened li")
    expect(lines).to_have_count(len(draft.requirements))
    found = {line.locator(".id").inner_text(): line.get_attribute("data-verdict") for line in lines.all()}
    assert found == {row.id: row.verdict for row in draft.requirements}
    page.locator('.opened input[value="met"]').uncheck()
    assert page.locator(".opened li:visible").count() == sum(row.verdict != "met" for row in draft.requirements)
    page.get_by_role("button", name=draft.name).click()
    expect(page.locator(".opened")).to_have_count(0)


def test_who_misses_a_requirement(show: Show, four: Path) -> None:
    page = show(four)
    first = page.locator(".missed li").first
    id_ = first.locator(".id").inner_text()
    first.get_by_role("button").click()
    rows = {draft.name: {row.id: row.verdict for row in draft.requirements}.get(id_) for draft in reports(*NAMES)}
    missing = sorted(name for name, verdict in rows.items() if verdict in ("not-stated", "not-met"))
    assert sorted(names(page)) == missing != []
    page.locator('[data-filter="need-verdict"]').select_option("not-applicable")
    assert sorted(names(page)) == sorted(name for name, verdict in rows.items() if verdict == "not-applicable")
    page.get_by_role("button", name="Take this filter away").click()
    expect(page.locator("table.rows .opens")).to_have_count(4)


def test_thousands_are_listed_page_by_page_at_once(show: Show, thousands: Path) -> None:
    page = show(thousands)
    expect(page.locator("table.rows .opens")).to_have_count(50)
    expect(page.locator(".pages span")).to_have_text("Page 1 of 200")
    page.get_by_role("button", name="Last page").click()
    expect(page.locator(".pages span")).to_have_text("Page 200 of 200")
    took = page.evaluate(
        "() => { const t = performance.now(); document.querySelector('[data-sort=\"coverage\"]').click();"
        " return performance.now() - t; }"
    )
    assert took < 3000
    page.locator(".apart a").first.click()
    expect(page.locator(".opened")).to_have_count(1)


def test_without_scripts_the_main_parts_are_there(show: Show, thousands: Path) -> None:
    page = show(thousands, scripts=False)
    for part in ("heat", "missed", "spread", "apart", "descriptions"):
        expect(page.locator(f"#{part}")).to_be_visible()
    expect(page.locator("table.rows tbody tr")).to_have_count(25)
    expect(page.locator(".filters")).to_be_hidden()
    page.locator("details.theme summary").first.click()
    expect(page.locator("details.theme table").first).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280, 1920])
def test_nothing_is_wider_than_the_window(show: Show, four: Path, width: int) -> None:
    page = show(four, width=width)
    page.locator("table.rows .opens").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_paper_every_theme_is_open(show: Show, four: Path) -> None:
    page = show(four)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details.theme:not([open])").count() == 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.theme[open]").count() == 0


def test_hostile_names_do_nothing(show: Show, tmp_path: Path) -> None:
    (draft,) = reports("rcm-reserve-fund")
    name = "</script><img src=x onerror=console.log(1)> \u202eabc"
    rows = [{**row, "description": name, "missing": name} for row in verdict_rows(draft)]
    folder = written(tmp_path / "p", [{**description_row(draft), "description": name, "title": name}], rows)
    page = show(folder)
    page.locator("table.rows .opens").click()
    assert page.locator("img").count() == 0
    assert "[U+202E]" in page.locator("table.rows .opens").inner_text()
