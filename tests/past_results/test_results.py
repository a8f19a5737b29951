"""Results are taken again only where nothing that they follow from has changed."""

from __future__ import annotations

import os
import zlib
from pathlib import Path

import pytest

from checker.check import Options, check
from checker.knowledge import load
from checker.past_results import PastResults, results
from tests.drafts_in_reports import draft, row
from tests.shared_material import ROOT

FILE = ROOT / "tests" / "shapes" / "sop-and-data" / "SOP-07-fail.ttl"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "a.ttl"
    made.write_text("one", "utf-8")
    return made


def put(folder: Path, file: Path, of: str = "x") -> PastResults:
    kept = PastResults(of, folder)
    assert kept.get(file) is None
    kept.put(file, (draft(str(file), row("SOP-07"), node="urn:x"),))
    return kept


def test_what_was_kept_comes_back_under_the_path_of_now(tmp_path: Path, file: Path) -> None:
    put(tmp_path / "kept", file)
    (tmp_path / "moved").mkdir()
    moved = file.rename(tmp_path / "moved" / "a.ttl")
    assert PastResults("x", tmp_path / "kept").get(moved) == (draft(str(moved), row("SOP-07"), node="urn:x"),)


def test_another_content_name_or_ground_is_another_result(tmp_path: Path, file: Path) -> None:
    put(tmp_path / "kept", file)
    assert PastResults("y", tmp_path / "kept").get(file) is None
    assert PastResults("x", tmp_path / "kept").get(file.rename(tmp_path / "b.ttl")) is None
    file.write_text("two", "utf-8")
    assert PastResults("x", tmp_path / "kept").get(file) is None


def test_a_file_that_changes_while_it_is_checked_is_not_kept(tmp_path: Path, file: Path) -> None:
    kept = PastResults("x", tmp_path / "kept")
    assert kept.get(file) is None
    file.write_text("two", "utf-8")
    kept.put(file, ())
    assert PastResults("x", tmp_path / "kept").get(file) is None


@pytest.mark.parametrize("damage", [b"", b"not zlib", zlib.compress(b"not msgpack"), zlib.compress(b"\x91" * 100_000)])
def test_what_is_damaged_is_as_if_it_were_not_there(tmp_path: Path, file: Path, damage: bytes) -> None:
    put(tmp_path / "kept", file)
    (entry,) = (tmp_path / "kept").iterdir()
    entry.write_bytes(damage)
    assert PastResults("x", tmp_path / "kept").get(file) is None


def test_the_folder_is_bounded_and_what_was_used_last_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(results, "MOST", 3)
    kept = PastResults("x", tmp_path / "kept")
    files = [tmp_path / f"{n}.ttl" for n in range(5)]
    for n, file in enumerate(files):
        file.write_text(str(n), "utf-8")
        kept.get(file)
        kept.put(file, ())
        newest = max((tmp_path / "kept").iterdir(), key=lambda f: f.stat().st_mtime_ns)
        os.utime(newest, (n + 1, n + 1))
    PastResults("x", tmp_path / "kept").get(files[0])
    kept.prune()
    assert [PastResults("x", tmp_path / "kept").get(f) is not None for f in files] == [True, False, False, True, True]


def test_a_folder_that_cannot_be_written_does_not_matter(tmp_path: Path, file: Path) -> None:
    (tmp_path / "kept").write_text("a file", "utf-8")
    put(tmp_path / "kept", file)


def test_a_check_taken_from_before_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDECHECK_CACHE", str(tmp_path / "cache"))
    first = check([FILE], load(), Options(), again=False)
    monkeypatch.setattr("checker.checks.description.check_description", None)
    second = check([FILE], load(), Options(), again=False)
    assert second.report.inputs == first.report.inputs
    with pytest.raises(TypeError):
        check([FILE], load(), Options(profile="handbook-m4"), again=False)
    with pytest.raises(TypeError):
        check([FILE], load(), Options())
