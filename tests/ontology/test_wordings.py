"""Wordings: cues of two words or more, in the language of their file, of terms that exist."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from checker.evidence.words import Stemmer
from checker.knowledge import load
from checker.knowledge.names import GC
from checker.places import WORDINGS

FILES = sorted(WORDINGS.glob("*.ttl"))
SUBJECTS = set(load().index.subjects())


def test_each_language_has_its_file() -> None:
    assert {f.stem for f in FILES} == set(load().languages)


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_wordings_are_in_order(file: Path) -> None:
    stemmer = Stemmer(load().languages[file.stem])
    quads = list(ox.parse(path=file))
    assert {q.object.language for q in quads} == {file.stem}
    assert {q.predicate.value for q in quads} == {GC + "cue"}
    assert {q.subject.value for q in quads} <= SUBJECTS
    assert [q.object.value for q in quads if not stemmer.stems(q.object.value)] == []
