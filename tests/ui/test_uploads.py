"""Uploads: safe names, a folder that goes away, a limit."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass

import pytest

from checker.errors import InputError
from checker.filenames import safe_name
from checker.readers.bounded import MAX_FILE
from tests.shared_material import ROOT
from tests.ui.uploaded import T, Uploaded
from ui.uploads import MOST_MB, Draft, drafts_of, stored


@pytest.mark.parametrize(
    ("given", "safe"),
    [
        ("sop.docx", "sop.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\drafts\\Política (v2).PDF", "Política (v2).PDF"),
        ("..", "draft"),
        ("", "draft"),
        (".hidden.ttl", "hidden.ttl"),
        ("a\x00b\n<script>.md", "a_b_script_.md"),
        ("~$lock.docx", "_lock.docx"),
        ("nom\u0301bre.odt", "nom\u0301bre.odt"),
        ("Re\u0301gimen.odt", "Régimen.odt"),
        ("x" * 300 + ".docx", "x" * 100 + ".docx"),
        ("የ" * 300 + ".docx", "የ" * 60 + ".docx"),
    ],
)
def test_safe_name(given: str, safe: str) -> None:
    name = safe_name(given)
    assert name == safe or (name.isprintable() and "/" not in name)
    assert len(name.encode()) < 250


@pytest.mark.parametrize("name", ["L'appui à l’Ouest, n° 2.docx", "Año 2 – «Retorno» & apoyo (v1).pdf"])
def test_a_title_stays_a_title(name: str) -> None:
    assert safe_name(name) == name


def test_no_two_drafts_share_a_name() -> None:
    drafts = drafts_of([Uploaded("a.docx"), Uploaded("x/A.docx"), Uploaded("a.docx"), Uploaded("a (2).docx")], T)
    names = [draft.name for draft in drafts]
    assert names[:3] == ["a.docx", "A (2).docx", "a (3).docx"]
    assert len({name.casefold() for name in names}) == 4


def test_stored_only_for_a_while() -> None:
    with stored((Draft("a.md", b"one"), Draft("b.md", b"two"))) as files:
        assert [file.read_bytes() for file in files] == [b"one", b"two"]
        folder = files[0].parent
        assert {file.parent for file in files} == {folder}
    assert not folder.exists()


def test_removed_even_when_the_check_fails() -> None:
    with pytest.raises(RuntimeError), stored((Draft("a.md", b""),)) as files:
        raise RuntimeError
    assert not files[0].parent.exists()


def test_too_large() -> None:
    @dataclass(frozen=True)
    class Big(bytes):
        def __len__(self) -> int:
            return MOST_MB * 2**20 + 1

    with pytest.raises(InputError, match=r"big\.pdf: the file is larger than 100 MB; split it"):
        drafts_of([Uploaded("big.pdf", Big())], T)


def test_browser_page_and_readers_have_one_limit() -> None:
    config = tomllib.loads((ROOT / "ui" / "start" / ".streamlit" / "config.toml").read_text("utf-8"))
    assert config["server"]["maxUploadSize"] == MOST_MB
    assert MOST_MB * 2**20 == MAX_FILE
