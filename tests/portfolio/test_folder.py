"""A folder of results is read as it is meant, and what is no such folder is said in a line."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from checker.errors import GuidecheckError
from checker.portfolio.seen.folder import open_portfolio
from checker.report import VERDICTS
from tests.portfolio.conftest import NAMES
from tests.portfolio.folders import description_row, from_reports, reports, verdict_rows, written


def test_every_row_is_there_in_one_order(four: Path) -> None:
    drafts = sorted(reports(*NAMES), key=lambda r: Path(r.path).name)
    with open_portfolio(four) as found:
        assert found.rows("SELECT description FROM d ORDER BY n") == [(draft.name,) for draft in drafts]
        assert found.rows("SELECT n, count(*) FROM v GROUP BY n ORDER BY n") == [
            (n, len(draft.requirements)) for n, draft in enumerate(drafts)
        ]
        assert found.about.failures[0].where == "programmes/broken.ttl:4"


def test_parts_do_not_change_what_is_read(four: Path, tmp_path: Path) -> None:
    drafts = reports(*NAMES)
    for at, draft in enumerate(drafts):
        rows = [description_row(draft)], verdict_rows(draft)
        written(tmp_path / "one", *rows)
        for kind in ("descriptions", "verdicts"):
            (tmp_path / "parts" / kind).mkdir(parents=True, exist_ok=True)
            (tmp_path / "one" / kind / "0000.parquet").rename(tmp_path / "parts" / kind / f"{3 - at}.parquet")
    (tmp_path / "one" / "portfolio.json").rename(tmp_path / "parts" / "portfolio.json")
    with open_portfolio(four) as whole, open_portfolio(tmp_path / "parts") as parts:
        for table in ("d", "v"):
            statement = f"SELECT * FROM {table} ORDER BY ALL"
            assert whole.rows(statement) == parts.rows(statement) != []


def test_a_folder_without_results_is_empty(tmp_path: Path) -> None:
    with open_portfolio(written(tmp_path, [], [])) as found:
        assert found.rows("SELECT count(*) FROM d") == found.rows("SELECT count(*) FROM v") == [(0,)]


def test_nothing_else_is_reached_once_it_is_read(four: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n")
    with open_portfolio(four) as found, pytest.raises(GuidecheckError, match="disabled"):
        found.rows(f"SELECT * FROM read_csv('{secret}')")
    with open_portfolio(four) as found, pytest.raises(GuidecheckError, match="locked"):
        found.run("SET enable_external_access = true")


def spoilt(folder: Path, column: str, value: str) -> Path:
    made = from_reports(folder, reports(*NAMES))
    file = made / "verdicts" / "0000.parquet"
    with duckdb.connect() as con:
        con.execute(f"CREATE TABLE v AS FROM read_parquet('{file}')")
        con.execute(f"COPY (SELECT * {value} FROM v) TO '{file}'")
    return made


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ("EXCLUDE theme", "there is no column theme"),
        ("REPLACE ('perfect' AS verdict)", "Could not convert string 'perfect'"),
        ("REPLACE ('yesterday' AS line)", "Could not convert string 'yesterday'"),
    ],
)
def test_other_columns_are_said(tmp_path: Path, change: str, line: str) -> None:
    with pytest.raises(GuidecheckError, match=line) as raised, open_portfolio(spoilt(tmp_path, "verdict", change)):
        pass
    assert "\n" not in raised.value.line


@pytest.mark.parametrize("text", ["", "[]", "nonsense", "{" * 10_000])
def test_what_is_no_portfolio_is_said(tmp_path: Path, text: str) -> None:
    (tmp_path / "portfolio.json").write_text(text)
    with pytest.raises(GuidecheckError, match="does not hold what it should"), open_portfolio(tmp_path):
        pass


def test_a_folder_of_something_else(tmp_path: Path) -> None:
    with pytest.raises(GuidecheckError, match="this is no portfolio"), open_portfolio(tmp_path / "nowhere"):
        pass


def test_a_file_that_is_no_parquet(four: Path, tmp_path: Path) -> None:
    folder = written(tmp_path, [], [])
    (folder / "descriptions" / "0000.parquet").write_bytes(b"PAR1 nothing of the sort PAR1")
    with pytest.raises(GuidecheckError, match="cannot be read") as raised, open_portfolio(folder):
        pass
    assert "\n" not in raised.value.line


def test_one_that_stands_there_twice(tmp_path: Path) -> None:
    (draft,) = reports("rcm-reserve-fund")
    folder = written(tmp_path, [description_row(draft)] * 2, [])
    with pytest.raises(GuidecheckError, match="stands in it twice"), open_portfolio(folder):
        pass


@pytest.mark.parametrize("memory", ["a lot", "2 spoons"])
def test_what_is_no_size_of_memory(four: Path, memory: str) -> None:
    with pytest.raises(GuidecheckError, match="no size of memory"), open_portfolio(four, memory):
        pass


def test_too_little_memory_is_said(thousands: Path) -> None:
    with pytest.raises(GuidecheckError, match="give more with --memory"), open_portfolio(thousands, "20MB"):
        pass


def test_whatever_the_file_about_it_says_is_text(tmp_path: Path) -> None:
    folder = written(tmp_path, [], [])
    about = {"profile": 7, "inputs": [None, {"path": "a.ttl"}, 3], "failures": ["broken", {"what": ["x"]}, None]}
    (folder / "portfolio.json").write_text(json.dumps(about))
    with open_portfolio(folder) as found:
        assert found.about.profile == "7"
        assert found.about.inputs == ("", "a.ttl", "3")
        assert [one.what for one in found.about.failures] == ["broken", "['x']", ""]


def test_verdicts_have_the_order_of_the_report(four: Path) -> None:
    with open_portfolio(four) as found:
        (order,) = found.rows("SELECT enum_range(verdict) FROM v LIMIT 1")[0]
    assert tuple(order) == VERDICTS
