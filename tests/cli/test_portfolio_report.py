"""guidecheck portfolio report: what is written where, and what is said when it cannot be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.portfolio.folders import from_reports, reports
from tests.shared_material import ROOT


def portfolio_report(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from checker.cli import main; main()", "portfolio", "report"]
    return subprocess.run([*command, *map(str, arguments)], capture_output=True, text=True, check=False, cwd=ROOT)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return from_reports(tmp_path_factory.mktemp("p"), reports("rcm-reserve-fund"))


@pytest.mark.parametrize(("name", "starts"), [("a.html", b"<!doctype html>"), ("a.xlsx", b"PK")])
def test_the_ending_says_the_format(folder: Path, tmp_path: Path, name: str, starts: bytes) -> None:
    file = tmp_path / name
    done = portfolio_report(folder, "--output", file, "--language", "fr")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"wrote {file}\n")
    assert file.read_bytes().startswith(starts)


def test_a_folder_of_tables(folder: Path, tmp_path: Path) -> None:
    done = portfolio_report(folder, "--output", tmp_path / "tables")
    assert done.returncode == 0
    assert sorted(f.suffix for f in (tmp_path / "tables").iterdir()) == [".parquet"] * 4


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ["{folder}", "--output", "x.pdf"],
            "no format follows from 'x.pdf'; end it in .html or .xlsx",
        ),
        (["{folder}", "--output", "x.html", "--language", "de"], "unknown language 'de'; known are en, es, fr"),
        (["nowhere", "--output", "x.html"], "nowhere/portfolio.json: this is no portfolio"),
        (["{folder}", "--output", "x.html", "--memory", "much"], "'much' is no size of memory"),
        (["{folder}", "--output", "/nowhere/x.html"], "/nowhere/x.html: the report cannot be written"),
    ],
)
def test_what_is_wrong_is_one_line(folder: Path, arguments: list[str], line: str) -> None:
    done = portfolio_report(*(argument.format(folder=folder) for argument in arguments))
    assert done.returncode == 2
    assert done.stderr.startswith(f"guidecheck: {line}") and done.stderr.count("\n") == 1
