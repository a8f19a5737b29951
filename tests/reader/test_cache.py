"""The cache: bounded, safe to delete, and no harm where it is broken."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checker.places import cache_folder
from checker.reader.cache import Cache
from tests.reader.checking import CONSENT, checked, options
from tests.reader.serving import nothing, serving


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"key": "x", "content": "{}"}', "\x00\xff"])
def test_a_corrupted_entry_is_asked_again(cache: Path, broken: str) -> None:
    with serving(nothing) as server:
        checked(CONSENT, options(server.url))
        for file in cache.rglob("*.json"):
            file.write_text(broken, "latin-1")
        found = checked(CONSENT, options(server.url))
    assert len(server.asked) == 4
    assert all(o.read_by is not None and not o.read_by.cached for o in found.read.values())


def test_a_folder_that_cannot_be_made_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("GUIDECHECK_CACHE", str(tmp_path / "file"))
    with serving(nothing) as server:
        found = checked(CONSENT, options(server.url))
    assert all(o.read_by is not None for o in found.read.values())


def test_the_oldest_go_where_there_are_too_many(cache: Path) -> None:
    with serving(nothing) as server:
        checked(CONSENT, options(server.url))
    first, second = sorted(cache.rglob("*.json"))
    os.utime(second, (1, 1))
    Cache(cache_folder() / "reader", "", "", most=1).prune()
    assert list(cache.rglob("*.json")) == [first]


def test_only_the_owner_can_read_it(cache: Path) -> None:
    with serving(nothing) as server:
        checked(CONSENT, options(server.url))
    assert {file.stat().st_mode & 0o777 for file in cache.rglob("*.json")} == {0o600}
