"""Drafts with their reports, as a check or a person at the desk leaves them."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from pathlib import Path

import docx

from checker.check import Options, check
from checker.knowledge import load
from checker.readers import Document, Passage, read
from checker.readers.blocks import Block, Reading, assemble
from checker.report import DecidedBy, Evidence, InputReport, RequirementOutcome, Verdict
from checker.reports.texts import InterfaceTexts
from checker.reviews.model import Decision, Header, Review
from checker.sent_back import Material, material_of
from tests.reports.sample import sample
from tests.shared_material import ROOT

EXAMPLES = ROOT / "examples" / "drafts"
SOP, POLICY, PROPOSAL = (
    EXAMPLES / name for name in ("sop-reintegration-en.docx", "politica-nacional-es.docx", "programme-proposal-en.pdf")
)
WHEN = "2026-05-04T09:30:00+00:00"


@cache
def checked(file: Path) -> Material:
    """An example straight after its check: nothing is decided."""
    report = check([file], load(), Options()).report
    return Material(report, report.inputs[0], file.read_bytes(), texts(report.language), read(file))


@cache
def decided(file: Path) -> Material:
    """The same with what two people decided on its first requirements."""
    found = checked(file)
    rows = found.draft.requirements
    names = iter(("Ana Pérez", "Tom O'Neil"))
    decisions = [
        Decision(
            "urn:uuid:1", _first(rows, "partly-met"), "correct", next(names), WHEN, None, "met", None, "", "Annex B"
        ),
        Decision(
            "urn:uuid:2", _first(rows, "not-stated"), "accept", next(names), WHEN, None, "not-stated", None, "Add!"
        ),
        Decision("urn:uuid:3", _first(rows, "met"), "accept", "Ana Pérez", WHEN, None, "met"),
    ]
    header = Header(
        "urn:uuid:9", file.name, found.draft.kind, found.draft.language, "everything", WHEN, "Ana Pérez", "a", "b", "c"
    )
    return material_of(Review(header, found.draft, tuple(decisions)), found.original, found.document, load())


def word(*paragraphs: str, verdict: Verdict = "partly-met") -> Material:
    """A Word document with one requirement on each of its paragraphs."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return of_passages(stream.getvalue(), "docx", paragraphs, verdict=verdict)


def of_passages(
    original: bytes, format: str, quotes: tuple[str, ...], *, verdict: Verdict = "partly-met", page: int | None = None
) -> Material:
    """A draft with one requirement on each quote."""
    document = assemble(
        Reading([Block(q, page=page) for q in quotes]), path=f"draft.{format}", sha256="0", format=format
    )
    return of_document(original, document, document.passages, verdict=verdict)


def of_document(
    original: bytes, document: Document, passages: tuple[Passage, ...], *, verdict: Verdict = "partly-met"
) -> Material:
    report = sample()
    row = next(r for r in report.inputs[0].requirements if r.verdict == "partly-met")
    rows = tuple(
        replace(row, id=f"T-{number:02}", title=f"Title {number}", verdict=verdict, related=(), evidence=(evidence(p),))
        for number, p in enumerate(passages)
    )
    draft = replace(report.inputs[0], path=document.path, name=Path(document.path).name, requirements=rows)
    return Material(report, draft, original, texts("en"), document)


def evidence(passage: Passage) -> Evidence:
    return Evidence(passage.text, passage.page, passage.heading, passage.start, passage.end, 0.9)


def by(who: str, proposed: Verdict, why: str = "") -> DecidedBy:
    return DecidedBy(who, WHEN, proposed, why)


def with_rows(material: Material, *rows: RequirementOutcome) -> Material:
    draft: InputReport = replace(material.draft, requirements=rows)
    return replace(material, draft=draft)


def texts(language: str) -> InterfaceTexts:
    return load().interface_texts(language)


def _first(rows: tuple[RequirementOutcome, ...], verdict: Verdict) -> str:
    return next(row.id for row in rows if row.verdict == verdict)
