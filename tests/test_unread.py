"""Files that are as they were are not read again; every edit is noticed."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import pytest

from checker import unread
from checker.knowledge.load import read
from checker.unread import checksum_of

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows keeps no time of the last change")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GUIDECHECK_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "terms.ttl"
    file.write_text("[] a 1 .")
    return file


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if what was just written had been written long ago."""
    now = time.time_ns
    monkeypatch.setattr(unread.time, "time_ns", lambda: now() + 60 * 10**9)


class Reader:
    """Reckons the sum, and counts how often it is asked."""

    times = 0

    def __call__(self, files: Sequence[Path]) -> str:
        self.times += 1
        return sha256(b"".join(file.read_bytes() for file in files)).hexdigest()

    __module__ = "tests.test_unread"


@pytest.mark.usefixtures("settled")
def test_a_file_as_it_was_is_read_once(file: Path) -> None:
    reader = Reader()
    assert len({checksum_of([file], reader) for _ in range(3)}) == 1
    assert reader.times == 1


def _longer(file: Path) -> None:
    file.write_text("[] a 1, 2 .")


def _same_length(file: Path) -> None:
    file.write_text("[] a 2 .")


def _replaced(file: Path) -> None:
    other = file.with_suffix(".new")
    other.write_text("[] a 3 .")
    other.replace(file)


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("edit", [_longer, _same_length, _replaced])
def test_an_edit_is_noticed_though_the_time_of_the_file_is_set_back(file: Path, edit: object) -> None:
    before = file.stat()
    reader = Reader()
    first = checksum_of([file], reader)
    time.sleep(0.02)  # longer than a tick of the clock that stamps files
    edit(file)  # type: ignore[operator]
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert checksum_of([file], reader) != first
    assert checksum_of([file], reader) == reader([file])


def test_a_file_written_a_moment_ago_is_read_each_time(file: Path) -> None:
    reader = Reader()
    for _ in range(3):
        checksum_of([file], reader)
    assert reader.times == 3


@pytest.mark.usefixtures("settled")
def test_a_renamed_or_further_file_is_another_question(file: Path) -> None:
    reader = Reader()
    checksum_of([file], reader)
    more = file.with_name("more.ttl")
    more.write_text("[] a 9 .")
    assert checksum_of([file, more], reader) == reader([file, more])


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("held", [b"", b"\xff\xfe", b"no sum"])
def test_a_broken_sum_is_reckoned_again(file: Path, cache: Path, held: bytes) -> None:
    right = checksum_of([file], Reader())
    (kept,) = (cache / "sums").iterdir()
    kept.write_bytes(held)
    assert checksum_of([file], Reader()) == right


@pytest.mark.usefixtures("settled")
def test_a_missing_file_is_left_to_whoever_reads_it(file: Path) -> None:
    checksum_of([file], Reader())
    file.unlink()
    with pytest.raises(FileNotFoundError):
        checksum_of([file], Reader())


@pytest.mark.usefixtures("settled")
def test_only_the_last_sums_are_kept(file: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unread, "_MOST", 3)
    for n in range(6):
        checksum_of([file] * (n + 1), Reader())
    assert len(list((cache / "sums").iterdir())) == 3


@pytest.mark.usefixtures("settled")
def test_edited_knowledge_has_another_digest(tmp_path: Path) -> None:
    file = tmp_path / "own.ttl"
    file.write_text('<urn:a> <http://www.w3.org/2000/01/rdf-schema#label> "one" .')
    before, first = file.stat(), read((file,)).digest
    assert read((file,)).digest == first
    time.sleep(0.02)
    file.write_text('<urn:a> <http://www.w3.org/2000/01/rdf-schema#label> "two" .')
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert read((file,)).digest != first
