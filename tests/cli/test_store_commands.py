"""guidecheck store: what goes out comes in, what is wrong is said, and exit codes tell."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker.reviews.desk import Desk
from checker.reviews.opening import open_store
from tests.reviews.desks import ANA, new
from tests.shared_material import ROOT


def store_command(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from checker.cli import main; main()", "store", *map(str, arguments)]
    environment = os.environ | {"GUIDECHECK_STORE": str(folder)}
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=environment)


@pytest.fixture
def reviews(tmp_path: Path) -> tuple[Path, list[str]]:
    folder = tmp_path / "reviews"
    desk = Desk(open_store(folder), ANA)
    found = [desk.add(new(name)).id for name in ("a.docx", "b.docx")]
    desk.accept(found[0], "SOP-01", None)
    desk._store.close()
    return folder, found


def test_every_review_goes_out_and_comes_in(reviews: tuple[Path, list[str]], tmp_path: Path) -> None:
    folder, found = reviews
    backup, other = tmp_path / "backup.zip", tmp_path / "other"
    done = store_command(folder, "export", backup)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"wrote {backup}: 2 reviews\n")
    done = store_command(other, "import", backup)
    assert (done.returncode, done.stderr) == (0, f"imported {backup}: 2 reviews\n")
    done = store_command(other, "verify")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "2 reviews, all whole\n")
    store = open_store(other)
    assert {header.id for header in store.headers()} == set(found)
    assert len(store.review(found[0]).decisions) == 1
    store.close()


def test_one_review_goes_out_by_its_id(reviews: tuple[Path, list[str]], tmp_path: Path) -> None:
    folder, found = reviews
    for name in (found[1], found[1].removeprefix("urn:uuid:")):
        done = store_command(folder, "export", "--review", name, tmp_path / "one.zip")
        assert done.stderr.endswith("one.zip: 1 review\n")


def test_what_is_wrong_is_listed_and_exits_with_one(reviews: tuple[Path, list[str]]) -> None:
    folder, _ = reviews
    for file in (folder / "blobs").glob("*/*"):
        file.write_bytes(b"changed")
    done = store_command(folder, "verify")
    assert done.returncode == 1
    assert done.stdout.count("is damaged") == 6 and not done.stderr


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("export", "--review", "x", "one.zip"), "no review has the id 'urn:uuid:x'"),
        (("export", "no/such/folder/one.zip"), "the file cannot be written (No such file or directory)"),
        (("import", "no.zip"), "no.zip: cannot be read (No such file or directory); check the path"),
        (("import", "README.md"), "the file of reviews: the package is damaged or cut off"),
        (("import", "examples/drafts/sop-reintegration-en.docx"), "the file of reviews: it holds no reviews"),
        (("--store", "http://127.0.0.1:1", "verify"), "http://127.0.0.1:1: the server of reviews cannot be used"),
        (("--store", "README.md", "verify"), "README.md"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    reviews: tuple[Path, list[str]], arguments: tuple[str, ...], line: str
) -> None:
    done = store_command(reviews[0], *arguments)
    assert done.returncode in (2, 3)
    assert line in done.stderr and done.stderr.count("\n") == 1
    assert not (ROOT / "one.zip").exists() and not (ROOT / "one.zip.part").exists()


def test_an_empty_store_has_nothing_to_export(tmp_path: Path) -> None:
    done = store_command(tmp_path / "new", "export", tmp_path / "backup.zip")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert not (tmp_path / "backup.zip").exists()
