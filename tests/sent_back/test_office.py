"""LibreOffice opens what goes back, with everything in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from checker.sent_back import write, writer
from tests.office import converted
from tests.sent_back.materials import POLICY, SOP, checked, decided


@pytest.mark.parametrize("file", [SOP, POLICY], ids=lambda f: f.name)
def test_each_comment_arrives_with_its_range(file: Path, tmp_path: Path) -> None:
    material = decided(file)
    made = write("commented", material)
    text = converted(made, "draft.docx", "fodt", tmp_path).read_text("utf-8")
    spoken = {row.id for row in material.draft.requirements if row.verdict in ("partly-met", "not-met")}
    notes = re.findall(r"<office:annotation .*?</office:annotation>", text, re.DOTALL)
    assert len(re.findall(r"<office:annotation-end", text)) == len(notes)
    assert all(any(name in note for note in notes) for name in spoken)
    assert any("Ana Pérez" in note for note in notes)


@pytest.mark.parametrize("kind", ["commented", "memo", "xlsx"])
@pytest.mark.parametrize("file", [SOP, POLICY], ids=lambda f: f.name)
def test_it_can_be_printed(kind: str, file: Path, tmp_path: Path) -> None:
    made = converted(write(kind, checked(file)), f"made{writer(kind).ending}", "pdf", tmp_path)
    pages = PdfReader(made).pages
    heading = {"commented": "guidecheck", "memo": "sop-re" if file == SOP else "politica", "xlsx": "docx"}[kind]
    assert heading in "".join(pages[0].extract_text().split())
