"""Patterns for paths, and that none takes long."""

from __future__ import annotations

import csv
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.globs import anchored, as_written, excluded, matches

TABLE = Path(__file__).with_name("globs.csv")
parts = st.lists(st.text("ab.-", min_size=1, max_size=4), min_size=1, max_size=5)


@pytest.mark.parametrize(
    "case", list(csv.DictReader(TABLE.read_text("utf-8").splitlines())), ids=lambda c: "-".join(c.values())
)
def test_a_pattern_fits_whole_paths(case: dict[str, str]) -> None:
    assert matches(case["path"], case["pattern"]) == (case["fits"] == "yes")


@given(parts)
def test_a_path_fits_itself_and_any_depth(path: list[str]) -> None:
    text = "/".join(path)
    assert matches(text, text)
    assert matches(text, "**")
    assert matches(text, f"**/{path[-1]}")
    assert not matches(text, f"{text}/x")


@pytest.mark.parametrize(
    ("pattern", "path", "out"),
    [
        ("old", "/repo/data/old/a.ttl", True),
        ("old/", "/repo/old/deep/a.ttl", True),
        ("*.rdf", "/repo/data/a.rdf", True),
        ("data/old", "/repo/data/old/a.ttl", True),
        ("data/old", "/repo/more/data/old/a.ttl", False),
        ("./data/*", "/repo/data/a.ttl", True),
        ("repo", "/repo/data/a.ttl", False),
        ("/repo/data", "/repo/data/a.ttl", True),
    ],
)
def test_an_exclude_counts_from_its_folder(pattern: str, path: str, out: bool) -> None:
    assert excluded(path, anchored(Path("/repo"), pattern)) is out


def test_a_folder_that_looks_like_a_pattern_is_none() -> None:
    assert excluded("/a[b]/x/old", anchored(Path("/a[b]"), "old"))
    assert not excluded("/ab/x/old", anchored(Path("/a[b]"), "old"))


@pytest.mark.parametrize("pattern", ["*a" * 60, "/".join(["**"] * 300) + "/x", "[" * 400])
def test_a_pattern_that_means_harm_takes_no_time(pattern: str) -> None:
    started = process_time()
    assert not matches("a" * 200 + "/" + "/".join("a" * 500), pattern)
    assert process_time() - started < 2


@given(parts, st.text("ab./*\\-", max_size=8))
def test_what_is_written_again_means_the_same(folder: list[str], pattern: str) -> None:
    here = Path("/", *folder)
    whole = anchored(here, pattern)
    for place in (here, here.parent, Path("/else")):
        written = as_written(place, whole)
        assert written == whole or anchored(place, written) == whole
