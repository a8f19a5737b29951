"""The page that compares proposals, without a browser."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from checker.knowledge import load
from checker.reviews.comparison import Proposal, compare_proposals
from tests.reports.sample import LANGUAGES
from tests.reviews.drafts import report
from tests.ui.kept import add, desk_at
from tests.ui.shown import opened, said, tables
from ui.comparing.export import workbook


def three(store: Path, kind: str = "programme") -> str:
    """Ids of three reviews, as the address names them."""
    desk = desk_at(store)
    made = [
        add(desk, "alpha.docx", "SOP-01? SOP-02? COO-01+", kind=kind),
        add(desk, "beta.docx", "SOP-01+ SOP-02+ COO-01~"),
        add(desk, "gamma.docx", "SOP-01~ SOP-02? COO-010"),
    ]
    return ",".join(header.id for header in made)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_reviews_it_teaches(tmp_path: Path, language: str) -> None:
    at = opened("compare", tmp_path, language=language)
    assert not at.exception
    assert load().interface_texts(language)["compare-none-heading"] in said(at)


def test_with_nothing_chosen_it_says_how(tmp_path: Path) -> None:
    three(tmp_path)
    at = opened("compare", tmp_path)
    assert not at.exception
    assert "What stands in each proposal" in said(at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_matrix(tmp_path: Path, language: str) -> None:
    at = opened("compare", tmp_path, language=language, reviews=three(tmp_path))
    assert not at.exception
    html = tables(at)
    assert 'data-row="SOP-01" data-cells="not-stated met partly-met"' in html
    assert 'data-row="COO-01" data-cells="met partly-met not-applicable"' in html
    assert load().requirements["SOP-01"].title.in_(language) in html
    assert load().interface_texts(language)["verdict-partly-met"] in html
    assert [f'<b class="gc-num">{share} %' in html for share in (33, 83, 25)] == [True] * 3


def heads(html: str) -> list[str]:
    return sorted(("alpha", "beta", "gamma"), key=lambda name: html.index(f">{name}.docx"))


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("chosen", ["alpha", "beta", "gamma"]),
        ("name", ["alpha", "beta", "gamma"]),
        ("coverage", ["beta", "alpha", "gamma"]),
    ],
)  # fmt: skip
def test_order(tmp_path: Path, order: str, expected: list[str]) -> None:
    at = opened("compare", tmp_path, reviews=three(tmp_path))
    at.segmented_control(key="compare-order en").set_value(order).run()
    assert not at.exception
    assert heads(tables(at)) == expected


@pytest.mark.parametrize("kind", ["national-policy", "sectoral-policy"])
def test_policies_of_countries_cannot_be_sorted_by_coverage(tmp_path: Path, kind: str) -> None:
    at = opened("compare", tmp_path, reviews=three(tmp_path, kind))
    assert at.segmented_control(key="compare-order en").options == ["As chosen", "By name"]
    assert "not sorted by coverage" in said(at)
    at.session_state["compare-order kept"] = "coverage"
    assert heads(tables(at.run())) == ["alpha", "beta", "gamma"]


def test_weights_change_the_coverage_and_come_back(tmp_path: Path) -> None:
    at = opened("compare", tmp_path, reviews=three(tmp_path))
    assert ">33 %" in tables(at)
    at.session_state["weights"] = {"everything": {"COO-01": 8.0}}
    html = tables(at.run())
    assert ">80 %" in html
    assert 'class="gc-changed"' in html
    at.button(key="compare-weights-forget").click().run()
    assert ">33 %" in tables(at)


def test_only_what_differs(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    made = [add(desk, "a.docx", "SOP-01? SOP-02+"), add(desk, "b.docx", "SOP-01? SOP-02?")]
    at = opened("compare", tmp_path, reviews=",".join(h.id for h in made))
    at.toggle(key="compare-differs").set_value(True).run()
    assert 'data-row="SOP-02"' in tables(at)
    assert 'data-row="SOP-01"' not in tables(at)


def test_a_profile_chooses_the_requirements(tmp_path: Path) -> None:
    at = opened("compare", tmp_path, reviews=three(tmp_path))
    at.selectbox(key="compare-profile en").set_value("emm").run()
    assert not at.exception
    held = {r for r in ("SOP-01", "SOP-02", "COO-01") if f'data-row="{r}"' in said(at)}
    assert held == {"SOP-01", "SOP-02", "COO-01"} & load().profiles["emm"].requirements


def test_a_review_that_is_gone_is_left_out(tmp_path: Path) -> None:
    ids = three(tmp_path)
    at = opened("compare", tmp_path, reviews=f"urn:uuid:gone,{ids}")
    assert not at.exception
    assert len(at.multiselect[0].value) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workbook_has_what_the_matrix_has(language: str) -> None:
    drafts = [
        Proposal("a", "=alpha.docx", report("SOP-01? COO-01+")),
        Proposal("b", "beta.docx", report("SOP-01+ F-01+")),
    ]
    found = compare_proposals(drafts, load().profiles["everything"], {"COO-01": 4.0})
    book = openpyxl.load_workbook(BytesIO(workbook(found, "Own", load().interface_texts(language))))
    values = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    flat = {str(value) for row in values for value in row}
    assert {"SOP-01", "COO-01", "=alpha.docx", "beta.docx"} <= flat
    assert next(row[1] for row in values if row[0] == "COO-01") == 4
    assert "F-01" not in flat
    assert not any(cell.data_type == "f" and "alpha" in str(cell.value) for row in book.worksheets[0] for cell in row)
