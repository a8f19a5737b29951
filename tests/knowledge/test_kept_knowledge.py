"""Kept knowledge is the same as read anew, and anything wrong with what is kept is as if nothing were."""

from pathlib import Path

import pytest

from checker.knowledge.load import Knowledge, read
from checker.knowledge.shelf import Shelf
from checker.places import knowledge_files

PARTS = ("signs", "passages", "notions", "lexicon", "axioms", "labels", "class_hierarchy", "shape_texts")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GUIDECHECK_CACHE", str(tmp_path))
    return tmp_path


def everything(knowledge: Knowledge) -> list[object]:
    parts = [getattr(knowledge, part) for part in PARTS]
    return [knowledge.core, *parts, *(knowledge.lexicon_of(language) for language in knowledge.languages)]


def test_what_is_kept_equals_what_is_read(cache: Path) -> None:
    read_anew = everything(read(knowledge_files()))
    assert {f.stem for f in cache.rglob("*.msgpack")} >= {"core", "hierarchy", "shapes", *PARTS} - {
        "class_hierarchy",
        "shape_texts",
    }
    kept = read(knowledge_files())
    assert "index" not in kept.__dict__
    assert everything(kept) == read_anew


@pytest.mark.parametrize("held", [b"", b"\xff\xfe", b"\x91" * 5000], ids=["empty", "not ours", "endless"])
def test_a_broken_part_is_made_again(cache: Path, held: bytes) -> None:
    shelf = Shelf("sha256:1")
    assert shelf.take("words", dict[str, int], lambda: {"consent": 1}) == {"consent": 1}
    (file,) = cache.rglob("words.msgpack")
    file.write_bytes(held)
    assert shelf.take("words", dict[str, int], lambda: {"consent": 2}) == {"consent": 2}
    assert shelf.take("words", dict[str, int], dict) == {"consent": 2}


def test_other_files_have_another_place() -> None:
    Shelf("sha256:1").take("words", dict[str, int], lambda: {"consent": 1})
    assert Shelf("sha256:2").take("words", dict[str, int], lambda: {"consent": 2}) == {"consent": 2}


def test_a_folder_that_cannot_be_written_to_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("GUIDECHECK_CACHE", str(tmp_path / "file"))
    assert Shelf("sha256:1").take("words", list[str], lambda: ["consent"]) == ["consent"]


def test_only_the_last_few_states_are_kept(cache: Path) -> None:
    for number in range(7):
        Shelf(f"sha256:{number}").take("words", list[int], lambda number=number: [number])
    assert len(list((cache / "knowledge").iterdir())) == 4
