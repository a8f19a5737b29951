"""What the browser is given of a review once: the requirements in the page's language, the draft, and the words."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from checker.knowledge import Knowledge
from checker.readers import Document
from checker.report import Evidence, InputReport, Report, RequirementOutcome
from checker.reports import display
from checker.reports.page import Card
from checker.reports.texts import Wording
from checker.reviews.model import Review
from checker.verdicts.reworded import reworded

_WORDS = ("desk-", "verdict-", "strength-", "claim-", "condition-", "meaning-")
_MORE = (
    "about-points", "all", "also-asked", "claims-heading", "clear", "condition", "count-shown", "found-heading",
    "guidance-heading", "missing-heading", "near-miss", "needs-review", "needs-review-why", "no-evidence",
    "none-match", "page-n", "presence-only", "provisions", "read-review-why", "remedy", "requirements-heading",
    "search-label", "sort-label", "source", "strength", "theme", "verdict",
)  # fmt: skip


def content_of(
    review: Review, document: Document | None, knowledge: Knowledge, language: str, t: Wording, *, allowed: bool
) -> dict[str, Any]:
    """``digest`` names what it holds; ``allowed`` says whether the person may decide."""
    report = in_language(review.report, knowledge, language)
    rows = [row_of(row, report, document, t) for row in report.requirements]
    themes = {row["theme"]: row["themeLabel"] for row in rows}
    order = {theme: place for place, theme in enumerate(themes)}
    content: dict[str, Any] = {
        "review": review.header.id,
        "allowed": allowed,
        "rows": [{**row, "themeOrder": order[row["theme"]]} for row in rows],
        "themes": sorted(themes.items(), key=lambda theme: theme[1].casefold()),
        "documents": sorted({p.document for row in report.requirements for p in row.provisions}),
        "draft": draft_of(document, review.header.language) if document else None,
        "words": {id: text for id, text in t.texts.items() if id.startswith(_WORDS) or id in _MORE},
    }
    return {**content, "digest": hashlib.sha256(json.dumps(content).encode()).hexdigest()}


def in_language(report: InputReport, knowledge: Knowledge, language: str) -> InputReport:
    """The report with the guidance in that language."""
    whole = Report("", "", "", "", report.language, (report,))
    return reworded(whole, knowledge, language).inputs[0]


def row_of(row: RequirementOutcome, report: InputReport, document: Document | None, t: Wording) -> dict[str, Any]:
    """One requirement. Passages come without their words where the draft holds them."""
    card = Card(row, "", 0, 0, (), {claim.id: claim.name for claim in row.claims})
    others = {other.id: other for other in report.requirements if other.id != row.id}
    return {
        "id": row.id,
        "title": row.title,
        "statement": row.statement,
        "theme": row.theme,
        "themeLabel": row.theme_label or row.theme,
        "strength": row.strength,
        "verdict": row.verdict,
        "sure": f"{t('confidence')} {t.confidence(row.confidence)}",
        "review": row.needs_review,
        "readBy": t("read-by", model=display.shorten(row.read_by.model, 60)) if row.read_by else "",
        "condition": row.condition,
        "applies": _plain(row.applies, "holds", "why", "quote") if row.applies else None,
        "turns": row.applies is not None and document is not None,
        "claims": [
            {
                "name": claim.name,
                "state": card.claim_state(claim),
                "optional": claim.optional,
                "said": claim.sentence if claim.holds else claim.message or t("claim-asked", sentence=claim.sentence),
                "lacks": claim.lacks,
            }
            for claim in row.claims
        ],
        "missing": card.missing,
        "remedy": row.remedy,
        "nearMiss": row.near_miss,
        "provisions": [_plain(p, "id", "document", "locator", "strength", "statement") for p in row.provisions],
        "also": [{"id": other, "title": others[other].title} for other in row.related if other in others],
        "passages": [passage_of(found, card.claim_names, document) for found in row.evidence],
    }


def passage_of(found: Evidence, names: Mapping[str, str], document: Document | None) -> dict[str, Any]:
    placed = document is not None and found.start is not None and found.end is not None
    return {
        "start": found.start if placed else None,
        "end": found.end if placed else None,
        "page": found.page,
        "place": display.place(found),
        "claims": [names[claim] for claim in found.claims if claim in names],
        "quote": None if placed else found.quote,
    }


def draft_of(document: Document, language: str) -> dict[str, Any]:
    """The draft's passages in order, and its headings as (passage, depth, words)."""
    return {
        "language": language,
        "passages": [
            {
                "text": p.text,
                "kind": p.kind,
                "page": p.page,
                "depth": len(p.heading),
                "start": p.start,
                "end": p.end,
            }
            for p in document.passages
        ],
        "sections": [
            (number, min(len(p.heading), 4), display.shorten(p.text, 90))
            for number, p in enumerate(document.passages)
            if p.kind == "heading"
        ],
    }


def _plain(value: object, *fields: str) -> dict[str, Any]:
    return {field: getattr(value, field) for field in fields}
