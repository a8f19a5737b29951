"""A portfolio on the page that compares, without a browser: opened, searched, chosen from, and never ranked."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import duckdb
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from checker.errors import GuidecheckError, InputError
from checker.knowledge import load
from checker.portfolio.seen.compact import report_of
from checker.portfolio.seen.opened import open_files, open_folder
from tests.portfolio.folders import from_reports, reports
from tests.ui.kept import add, desk_at
from tests.ui.shown import opened, said, tables
from ui.comparing.portfolio import matching

NAMES = ("iom-handbook-diaspora-strategy", "two-shores-joint-project", "tunisia-switzerland-team-exchange")
POLICY = "rcm-children-matrix"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return from_reports(tmp_path_factory.mktemp("portfolio"), reports(*NAMES))


def zipped(folder: Path, *, top: str = "", besides: dict[str, bytes] | None = None) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                package.write(file, f"{top}{file.relative_to(folder)}")
        for name, data in (besides or {}).items():
            package.writestr(name, data)
    return stream.getvalue()


def test_a_description_comes_back_as_it_was_checked(folder: Path) -> None:
    compact = open_folder(folder)
    found = {draft.name: draft for draft in reports(*NAMES)}
    assert {described.name for described in compact.descriptions} == found.keys()
    for n, described in enumerate(compact.descriptions):
        back, draft = report_of(compact, n, load(), "en"), found[described.name]
        assert {r.id: (r.verdict, r.needs_review, r.strength, r.title, r.theme_label) for r in back.requirements} == {
            r.id: (r.verdict, r.needs_review, r.strength, r.title, r.theme_label) for r in draft.requirements
        }
        open_claims = {(r.id, c.id) for r in draft.requirements for c in r.claims if not c.holds}
        assert {(r.id, c.id) for r in back.requirements for c in r.claims if not c.holds} == open_claims


@pytest.mark.parametrize("top", ["", "results/", "a/b/"])
def test_a_zip_or_its_files_are_the_same_portfolio(folder: Path, tmp_path: Path, top: str) -> None:
    file = tmp_path / "p.zip"
    file.write_bytes(zipped(folder, top=top, besides={"../../evil.parquet": b"x", "__MACOSX/._a": b"x"}))
    parts = [tmp_path / f"{part}.parquet" for part in ("descriptions", "verdicts")]
    for part in parts:
        part.write_bytes((folder / part.stem / "0000.parquet").read_bytes())
    whole = open_folder(folder)
    assert open_files([file]) == whole
    assert (open_files(parts).cells, open_files(parts).descriptions) == (whole.cells, whole.descriptions)
    assert not (tmp_path.parent / "evil.parquet").exists()


def bomb() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("verdicts/a.parquet", b"\0" * (60 * 2**20))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("p.zip", b"PK nothing", "damaged"),
        ("p.zip", zipped(Path("nowhere"), besides={"a.txt": b"x"}), "it holds no portfolio"),
        ("p.zip", zipped(Path("nowhere"), besides={"descriptions/a.parquet": b"PAR1xxPAR1"}), "cannot be read"),
        ("p.zip", bomb(), "archive bomb"),
        ("a.parquet", b"PAR1xxPAR1", "it is no Parquet file"),
        ("a.csv", b"a,b", "this is no portfolio"),
    ],
)
def test_files_that_are_none_are_said(tmp_path: Path, name: str, data: bytes, line: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(GuidecheckError, match=line) as raised:
        open_files([tmp_path / name])
    assert "\n" not in raised.value.line and "/tmp/" not in raised.value.line


def test_one_table_is_not_enough(folder: Path) -> None:
    with pytest.raises(InputError, match="of one table only"):
        open_files([folder / "verdicts" / "0000.parquet"])
    (folder / "verdicts" / "chosen.files").unlink()


def test_other_columns_are_said(tmp_path: Path) -> None:
    duckdb.sql("SELECT 1 AS a").to_parquet(str(tmp_path / "a.parquet"))
    with pytest.raises(InputError, match="other columns than a portfolio"):
        open_files([tmp_path / "a.parquet"])


def test_words_are_searched_without_accents(folder: Path) -> None:
    compact = open_folder(folder)
    assert [compact.descriptions[n].name for n in matching(compact, "diásporA work")] == [
        "Work with the diaspora for reintegration"
    ]
    assert len(matching(compact, " ")) == 3 and matching(compact, "nowhere") == []


def with_portfolio(store: Path, folder: Path, chosen: list[int], **query: str) -> AppTest:
    at = opened("compare", store, **query)
    at.text_input(key="portfolio-path").set_value(str(folder)).run()
    at.button(key="portfolio-open").click().run()
    assert not at.exception and not at.error
    if chosen:
        at.multiselect(key="portfolio chosen en").set_value(chosen).run()
    return at


def test_descriptions_stand_in_the_matrix(folder: Path, tmp_path: Path) -> None:
    at = with_portfolio(tmp_path, folder, [0, 2])
    assert not at.exception
    html = tables(at)
    assert html.count('class="gc-proposal"') == 2
    assert "Work with the diaspora for reintegration" in html and "Two Shores" in html
    assert "3 descriptions" in said(at)


def test_reviews_and_descriptions_stand_side_by_side(folder: Path, tmp_path: Path) -> None:
    review = add(desk_at(tmp_path), "alpha.docx", "SOP-01? SOP-02? COO-01+").id
    at = with_portfolio(tmp_path, folder, [1], reviews=review)
    html = tables(at)
    assert "alpha.docx" in html and html.count('class="gc-proposal"') == 2


def test_policies_of_countries_are_not_ranked(tmp_path: Path) -> None:
    folder = from_reports(tmp_path / "p", reports(*NAMES, POLICY))
    at = with_portfolio(tmp_path / "s", folder, [0, 1, 2, 3])
    assert at.segmented_control(key="compare-order en").options == ["As chosen", "By name"]
    assert "not sorted by coverage" in said(at)


def test_a_kind_that_is_not_known_is_not_ranked(tmp_path: Path) -> None:
    folder = from_reports(tmp_path / "p", reports(*NAMES))
    file = folder / "descriptions" / "0000.parquet"
    with duckdb.connect() as con:
        con.execute(f"CREATE TABLE d AS FROM read_parquet('{file}')")
        con.execute(f"COPY (SELECT * REPLACE ('pólitica' AS kind) FROM d) TO '{file}'")
    at = with_portfolio(tmp_path / "s", folder, [0, 1])
    assert at.segmented_control(key="compare-order en").options == ["As chosen", "By name"]


def test_it_is_shut_again(folder: Path, tmp_path: Path) -> None:
    at = with_portfolio(tmp_path, folder, [0, 2])
    at.button(key="portfolio-shut").click().run()
    assert not at.exception
    assert load().interface_texts("en")["compare-none-heading"] in said(at)


def test_a_folder_that_is_none_is_said(tmp_path: Path) -> None:
    at = opened("compare", tmp_path)
    at.text_input(key="portfolio-path").set_value(str(tmp_path / "nowhere")).run()
    at.button(key="portfolio-open").click().run()
    assert "this is no portfolio" in said(at)


def test_where_people_sign_in_no_path_can_be_given(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.comparing.portfolio.signs_in", lambda: True)
    at = opened("compare", tmp_path)
    assert not at.exception
    assert "portfolio-path" not in {element.key for element in at.text_input}
    from ui.comparing.portfolio import _from_path
    from ui.context import Context

    class Texts:
        def __call__(self, name: str) -> str:
            return name

    with pytest.raises(InputError, match="compare-portfolio-no-path"):
        _from_path(str(folder), Context(load(), "en", Texts()))  # type: ignore[arg-type]
    st.session_state.clear()
