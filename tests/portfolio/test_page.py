"""The page of a portfolio without a browser: whole, silent, in three languages, safe, small, packed without loss."""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64decode
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from checker.knowledge import load
from checker.portfolio.seen.folder import open_portfolio
from checker.portfolio.seen.html import render
from checker.portfolio.seen.packed import NAMED, packed
from checker.portfolio.seen.sums import sums
from checker.portfolio.seen.wording import Names
from checker.report import VERDICTS
from tests.portfolio.folders import description_row, from_reports, reports, verdict_rows, written
from tests.reports.sample import LANGUAGES

MOST = 15_000_000
HOSTILE = '=cmd|"/c calc"!A0 </script><img src=x onerror=alert(1)> \u202egnp \x07 {{ 7 * 7 }}'


def page(folder: Path, language: str = "en") -> str:
    with open_portfolio(folder) as portfolio:
        return render(portfolio, load(), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_main_parts_stand_in_the_page_itself(four: Path, language: str) -> None:
    said = LexborHTMLParser(page(four, language)).body.text()
    texts = load().interface_texts(language)
    for part in ("heat", "missed", "spread", "outliers", "rows", "failures"):
        assert texts[f"portfolio-{part}-heading"] in said
    assert "programmes/broken.ttl:4" in said
    assert load().requirements["RET-01"].title.in_(language) in said
    assert load().themes["coordination"].label.in_(language) in said


def test_each_number_of_the_heat_map_is_said_in_full(four: Path) -> None:
    cells = LexborHTMLParser(page(four)).css("table.heat td[title]")
    assert len(cells) > 500
    for cell in cells:
        assert re.search(r": (\d+\xa0%|–) – .*\d+ – Descriptions: \d+$", cell.attributes["title"] or "")
        assert (cell.attributes["title"] or "").split(": ")[1].startswith(cell.text())


def test_nothing_is_loaded_and_only_our_script_runs(four: Path) -> None:
    html = page(four)
    assert not re.search(r"""(src|href)=["'](?!#|data:,)""", html)
    policy = LexborHTMLParser(html).css_first("meta[http-equiv]").attributes["content"] or ""
    assert policy.startswith("default-src 'none'; style-src 'sha256-") and "unsafe" not in policy
    assert " style=" not in html.partition("</style>")[2]
    assert len(re.findall(r"<script>", html)) == 1


def test_an_empty_portfolio_is_a_page(tmp_path: Path) -> None:
    html = page(written(tmp_path, [], [], [{"what": "broken", "where": "a.ttl"}]))
    assert load().interface_texts("en")["portfolio-empty"] in html
    assert "a.ttl" in html and 'id="facts"' not in html


def test_one_description_is_a_page(tmp_path: Path) -> None:
    html = page(from_reports(tmp_path, reports("iom-handbook-diaspora-strategy")))
    assert "Work with the diaspora for reintegration" in html
    assert html.count('<tr data-need="') == 13


def test_whatever_a_description_holds_stays_text(tmp_path: Path) -> None:
    (draft,) = reports("rcm-reserve-fund")
    names = dict.fromkeys(("description", "title", "organisation", "country", "source", "kind", "language"), HOSTILE)
    rows = [{**row, "description": HOSTILE, "source": HOSTILE, "missing": HOSTILE} for row in verdict_rows(draft)]
    rows[0] |= {"requirement": HOSTILE, "theme": HOSTILE}
    folder = written(tmp_path, [{**description_row(draft), **names, "coverage": 0.9}], rows, [{"what": HOSTILE}])
    html = page(folder)
    assert "<img" not in html and "\u202e" not in html and "\x07" not in html
    assert html.count("</script>") == html.count("<script")
    assert "{{ 7 * 7 }}" in html and "&lt;img" in html


def test_other_knowledge_is_said(tmp_path: Path) -> None:
    folder = written(tmp_path, [], [])
    file = folder / "portfolio.json"
    told = load().interface_texts("en")["portfolio-other-knowledge"]
    assert told not in page(folder)
    file.write_text(file.read_text().replace(load().digest, "sha256:00"))
    assert told in page(folder)


def unpacked(text: str) -> bytes:
    return zlib.decompress(b64decode(text), -15)


def test_every_verdict_of_thousands_is_packed_in_a_small_page(thousands: Path) -> None:
    assert len(page(thousands).encode()) < MOST
    with open_portfolio(thousands) as portfolio:
        found = sums(portfolio)
        made = packed(portfolio, found, Names(load(), "en"))
        there = portfolio.rows(
            "SELECT n, requirement, verdict, needs_review, coalesce(missing, '') FROM v WHERE n % 97 = 0"
        )
    facts, cells = json.loads(unpacked(made.facts)), unpacked(made.cells)
    width = len(facts["requirements"])
    assert len(cells) == width * 10_000 == width * len(facts["descriptions"]["name"])
    at = {row[0]: place for place, row in enumerate(facts["requirements"])}
    whole = 0
    for n, requirement, verdict, look, missing in there:
        code = cells[n * width + at[requirement]]
        if code > NAMED:
            assert divmod(code - NAMED - 1, 2) == (VERDICTS.index(verdict), int(look))
        else:
            whole += 1
            assert facts["requirements"][at[requirement]][4][code - 1] == [VERDICTS.index(verdict), int(look), missing]
    assert whole > 0.95 * len(there)
    asked = sum(len(cells[n * width : (n + 1) * width]) - cells[n * width : (n + 1) * width].count(0)
                for n in range(0, 10_000, 97))  # fmt: skip
    assert asked == len(there)


def test_all_texts_are_there() -> None:
    templates = (Path(__file__).parents[2] / "checker/portfolio/seen/templates").glob("*.j2")
    used = {name for file in templates for name in re.findall(r'\bt\("([a-z-]+[a-z])"', file.read_text("utf-8"))}
    assert len(used) > 50
    assert used <= load().interface_texts("en").keys()
