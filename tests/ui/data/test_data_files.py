"""Data files on the page: what is taken, the example to learn from, and lines as they are shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.check import check
from checker.knowledge import load
from checker.reports.texts import Wording
from tests.reports.sample import LANGUAGES, texts
from ui.data.example import PARTS, example
from ui.data.excerpts import excerpt
from ui.data.running import MOST_MB, endings, fitting
from ui.uploads import Draft

T = Wording(texts("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_is_what_it_says(language: str, tmp_path: Path) -> None:
    shown = example(language, Wording(texts(language)))
    lines = shown.data.decode().splitlines()
    assert [
        next(word for word in ("a gc:SopDraft", "gc:states", "gc:hasText") if word in lines[n - 1]) for _, n in PARTS
    ] == ["a gc:SopDraft", "gc:states", "gc:hasText"]
    file = tmp_path / shown.name
    file.write_bytes(shown.data)
    outcome = check([file], load())
    (found,) = outcome.report.inputs
    assert outcome.errors == ()
    assert (found.kind, found.language, found.name) == ("sop", language, texts(language)["data-start-title"])
    assert any(r.verdict in ("met", "partly-met") for r in found.requirements)


def test_what_cannot_be_checked_here_is_named_and_the_rest_is_taken() -> None:
    drafts = [Draft(name, b"x") for name in ("a.ttl", "b.docx", "c.xlsx", "d", "E.XML")]
    large = Draft("f.nt", b" " * (MOST_MB * 2**20 + 1))
    fit, errors = fitting([*drafts, large], T)
    assert [draft.name for draft in fit] == ["a.ttl", "c.xlsx", "E.XML"]
    assert [error.where for error in errors] == ["b.docx", "d", "f.nt"]
    assert ".docx" in errors[0].what


def test_rdf_comes_first_and_forms_last() -> None:
    assert endings()[0] == ".ttl"
    assert endings()[-1] == ".xlsx"
    assert not {".docx", ".pdf"} & set(endings())


def test_lines_keep_their_setting_and_are_cut() -> None:
    lines = ["a", "\tb  c", "    " + "d " * 400, "e"]
    shown = excerpt(lines, 2, 2)
    assert [(n, hit) for n, _, hit in shown] == [(1, False), (2, True), (3, False), (4, False)]
    assert shown[1][1] == "    b c"
    assert shown[2][1].startswith("    d d")
    assert len(shown[2][1]) < 310


@pytest.mark.parametrize(("first", "last"), [(1, 1), (4, 9), (900, 900)])
def test_lines_that_a_file_has_not_are_not_shown(first: int, last: int) -> None:
    assert [n for n, _, _ in excerpt(["a", "b", "c", "d"], first, last)] == [n for n in range(1, 5) if n >= first - 3]
