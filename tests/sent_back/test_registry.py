"""Which kinds of file there are, for which drafts, under which names."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from checker import sent_back
from checker.errors import CallError
from checker.sent_back import WRITERS, file_name, write, writer, writers_for
from checker.sent_back.bounded import bounded_write
from tests.sent_back.materials import SOP, checked, texts, word


def test_each_text_that_is_asked_for_is_there() -> None:
    sources = "".join(file.read_text("utf-8") for file in Path(sent_back.__file__).parent.rglob("*.py"))
    asked = set(re.findall(r"""say\(['"]([a-z0-9-]*[a-z0-9])['"]""", sources))
    assert len(asked) > 40
    assert asked <= texts("en").keys()


def test_each_has_a_name_in_three_languages() -> None:
    for language in ("en", "es", "fr"):
        words = texts(language)
        assert all(words[one.name] for one in WRITERS)
    assert texts("en")["sent-name-memo"] != texts("es")["sent-name-memo"]


@pytest.mark.parametrize(
    ("format", "ids"),
    [
        ("docx", "commented memo xlsx html json turtle"),
        ("pdf", "commented annotated memo xlsx html json turtle"),
        ("markdown", "commented memo xlsx html json turtle"),
        ("", "memo xlsx html json turtle"),
    ],
)
def test_what_a_format_can_become(format: str, ids: str) -> None:
    assert [one.id for one in writers_for(format)] == ids.split()


def test_what_a_draft_cannot_become_is_said_in_words() -> None:
    with pytest.raises(CallError, match="cannot be sent back as 'annotated'"):
        write("annotated", word("We meet."))
    with pytest.raises(CallError, match="nothing is sent back as 'poem'; use one of commented, annotated"):
        writer("poem")


def test_file_names() -> None:
    material = word("We meet.")
    for path, name in (
        ("drafts/SOP of Orsania.docx", "SOP of Orsania-memo.docx"),
        ("C:\\drafts\\sop.docx", "sop-memo.docx"),
        ("../../etc/passwd", "passwd-memo.docx"),
        ("", "draft-memo.docx"),
    ):
        draft = replace(material.draft, path=path)
        assert file_name(replace(material, draft=draft), writer("memo")) == name


def test_what_runs_out_of_time_or_memory_leaves_the_original_alone() -> None:
    late = bounded_write("checker.sent_back.docx.commented", checked(SOP), seconds=0.01)
    full = bounded_write("checker.sent_back.docx.commented", checked(SOP), memory=2**20)
    for made in (late, full):
        assert made.startswith(b"PK")
