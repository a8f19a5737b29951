"""Whatever a draft, a name or a comment holds, the files open and it stays text."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import docx
import openpyxl
import pyoxigraph as ox
import pypdfium2 as pdfium
import pytest
from docx.comments import Comment
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.report import ClaimOutcome, Evidence, ProvisionRef
from checker.sent_back import Material, file_name, write, writer
from checker.sent_back.docx.commented import write as commented
from checker.sent_back.pdf.annotated import write as annotated
from checker.sent_back.sheets.comparison import comparison_xlsx
from tests.office import converted
from tests.readers.making import pdf
from tests.reports.sample import HOSTILE, hostile
from tests.sent_back.materials import WHEN, by, of_passages, texts, with_rows, word

BITS = st.sampled_from(
    (
        *("=1+1", "@x", "<w:p>", "</w:t>", "<b>", "&amp;", "&#0;", "\x00", "\x0b", "\ud800", "\u202e", "\ufffe", "😀"),
        *("]]>", "\n", "%PDF", "{0}", "{draft}", "\\", '"', "'", "ع", "\u0301", "\t", "\r\n", "../", "x" * 300, ";"),
        *("\U000e0041", "𝒳"),
    )
)
TEXT = st.lists(BITS | st.text(max_size=20), max_size=8).map("".join)


def poisoned(said: list[str]) -> Material:
    """A small draft with these texts in every place that a stranger fills."""
    one, two, three, four = said
    material = word("We meet once a month.", "The third thing is said here.")
    row = material.draft.requirements[0]
    bad = replace(
        row, id=one, title=two, statement=three, remedy=four, comment=one, theme_label=two, missing=(three,),
        evidence=(Evidence(four, 1, (one, two), 3, 9, 0.5, (three,)),),
        provisions=(ProvisionRef(one, two, three, "must", four),),
        claims=(ClaimOutcome(one, two, three, False, message=four),), decided_by=by(two, "met", three),
    )  # fmt: skip
    silent = replace(bad, verdict="not-stated", strength="must")
    open_ = replace(bad, decided_by=None, comment="", needs_review=True)
    made = with_rows(material, bad, silent, open_, material.draft.requirements[1])
    draft = replace(made.draft, name=two, path=one, notes=(three,), warnings=(four,), kind_label=one)
    return replace(made, draft=draft, report=replace(made.report, profile_label=two, profile=three))


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(TEXT, min_size=4, max_size=4))
def test_files_open_again(said: list[str]) -> None:
    material = poisoned(said)
    comments = list(docx.Document(io.BytesIO(commented(material))).comments)
    assert len(comments) >= 3
    docx.Document(io.BytesIO(write("memo", material)))
    for data in (write("xlsx", material), comparison_xlsx([material.draft] * 2, material.texts)):
        book = openpyxl.load_workbook(io.BytesIO(data))
        formulas = [c.value for sheet in book for line in sheet.iter_rows() for c in line if c.data_type == "f"]
        assert all(str(formula).startswith("=IFERROR(SUMPRODUCT(") for formula in formulas)
    assert list(ox.parse(write("turtle", material), format=ox.RdfFormat.TURTLE))
    json.loads(write("json", material))
    assert b"<script>window" not in write("html", material)
    name = file_name(material, writer("memo"))
    assert Path(name).name == name and len(name) < 120


@settings(deadline=None, max_examples=40)
@given(st.lists(TEXT, min_size=4, max_size=4))
def test_pdf_opens_again(said: list[str]) -> None:
    original = pdf(lambda canvas: canvas.drawString(80, 700, "We meet once a month."))
    material = replace(poisoned(said), original=original)
    base = of_passages(original, "pdf", ("We meet once a month.",), page=1)
    found = [replace(row, evidence=base.draft.requirements[0].evidence) for row in material.draft.requirements]
    made = annotated(with_rows(replace(material, document=base.document), *found))
    assert made.startswith(original)
    with pdfium.PdfDocument(made) as document:
        assert len(document) >= 2


@pytest.mark.parametrize("kind", ["commented", "memo", "xlsx"])
def test_libreoffice_opens_what_is_hostile(kind: str, tmp_path: Path) -> None:
    report = hostile()
    draft = report.inputs[0]
    rows = tuple(
        replace(row, comment=HOSTILE, decided_by=by(HOSTILE, "not-met", HOSTILE)) for row in draft.requirements
    )
    material = word("We meet once a month.")
    bad = replace(material, report=report, draft=replace(draft, requirements=rows))
    made = converted(write(kind, bad), f"hostile{writer(kind).ending}", "pdf", tmp_path)
    assert made.stat().st_size > 1000


def test_what_cannot_be_seen_is_shown() -> None:
    material = poisoned(["SOP-01", "Ana\u202egpj", "why\x00", "c"])
    found: list[Comment] = list(docx.Document(io.BytesIO(commented(material))).comments)
    assert any(comment.author == "Ana[U+202E]gpj" for comment in found)
    assert any("why[U+0000]" in comment.text for comment in found)


def test_a_time_that_is_none_stays_as_it_is() -> None:
    material = word("We meet once a month.")
    row = replace(material.draft.requirements[0], decided_by=replace(by("Ana", "met"), time="soon"))
    bad = replace(with_rows(material, row), report=replace(material.report, generated="never"))
    for kind in ("commented", "memo", "xlsx", "turtle", "html", "json"):
        assert write(kind, bad)
    assert WHEN not in write("json", bad).decode()


def test_texts_are_in_three_languages() -> None:
    for language in ("es", "fr"):
        material = replace(word("We meet."), texts=texts(language))
        assert write("memo", material)
