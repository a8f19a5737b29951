"""Where a book may be written, what comes out twice, and what an installed copy lacks."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from checker.errors import CallError
from checker.knowledge.load import read
from checker.places import ONTOLOGY
from checker.reference import write_book
from checker.reference.writing import MARKER
from tests.reference.books import pages, parsed, small_book, small_files

ROOT = Path(__file__).parent.parent.parent


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(CallError, match="not empty and holds no earlier book; name a new or empty folder"):
        write_book(tmp_path, read(small_files()), small_files())
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    with pytest.raises(CallError, match="is not a folder"):
        write_book(file, read(small_files()), small_files())


def test_the_command_says_so_on_one_line(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    command = [sys.executable, "-c", "from checker.cli import main; main()", "reference", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        f"guidecheck: {tmp_path}: the folder is not empty and holds no earlier book; name a new or empty folder"
    ]


def test_an_earlier_book_is_replaced(tmp_path: Path) -> None:
    small_book(tmp_path / "book")
    old = tmp_path / "book" / "en" / "requirements" / "GONE-01.html"
    old.write_text("of an earlier edition")
    small_book(tmp_path / "book")
    assert not old.exists()
    assert (tmp_path / "book" / MARKER).is_file()


def test_without_examples_nothing_is_amiss(tmp_path: Path) -> None:
    small_book(tmp_path / "book", examples=tmp_path / "missing")
    page = parsed(tmp_path / "book" / "en" / "requirements" / "REF-01.html")
    assert not page.css(".example")
    assert len(page.css("pre.code")) == 1


WRITE = """
import sys; from pathlib import Path; from tests.reference.books import small_book
small_book(Path(sys.argv[1]), examples=Path("tests/shapes"))
"""


def test_two_runs_write_the_same_bytes(tmp_path: Path) -> None:
    """Two processes, with different hashes of strings and different labels of blank nodes."""
    digests = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        environment = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", WRITE, str(folder)], cwd=ROOT, env=environment, check=True)
        files = sorted(p for p in folder.rglob("*") if p.is_file())
        digests.append([(p.relative_to(folder), hashlib.sha256(p.read_bytes()).hexdigest()) for p in files])
    assert digests[0] == digests[1]


def test_the_plainest_knowledge_makes_a_book(tmp_path: Path) -> None:
    """No shapes, no provisions: interface texts, languages and the model itself."""
    names = ("guidecheck", "interface", "interface-reference", "languages", "guidance")
    files = tuple(ONTOLOGY / f"{name}.ttl" for name in names)
    write_book(tmp_path / "book", read(files), files, tmp_path)
    assert parsed(tmp_path / "book" / "en" / "vocabulary" / "index.html").css_first("svg") is None
    assert len(list(pages(tmp_path / "book"))) > 30
