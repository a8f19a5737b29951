"""The picture of the ontology: kinds of draft state statements, which speak of actors and concepts."""

from __future__ import annotations

from checker.folding import fold
from checker.knowledge.names import GC
from checker.reference import addresses
from checker.reference.book import Book
from checker.reference.drawing import LINE, Arrow, Box, Drawing, wrapped
from checker.reference.picture_values import ARROW, draw_values
from checker.reference.sheet import WIDTH, Sheet
from checker.reference.vocabulary import DRAFT, STATEMENT
from checker.reports.texts import Wording

_FAMILIES = 23
_KINDS_WIDTH = 640.0


def picture(book: Book, t: Wording, language: str) -> Drawing | None:
    """The drawing in one language; none where the knowledge lacks drafts or statements."""
    if not {DRAFT, STATEMENT} <= book.vocabulary.terms.keys():
        return None
    sheet = Sheet(book, t, language)
    top = max(_kinds(sheet), _guidance(sheet))
    middle = _families(sheet, top + ARROW)
    bottom = draw_values(sheet, middle + ARROW)
    return Drawing(
        WIDTH, round(bottom, 1), tuple(sheet.boxes), tuple(sheet.arrows), tuple(sheet.words), tuple(sheet.said)
    )


def _kinds(sheet: Sheet) -> float:
    kinds = sorted(sheet.book.knowledge.kinds.values(), key=lambda k: fold(k.label.in_(sheet.language)))
    sheet.write(20, 30, sheet.t("ref-kinds"), "head", sheet.href(DRAFT))
    each = -(-len(kinds) // 3)
    width = (_KINDS_WIDTH - 40) / 3
    ends = [
        sheet.column(
            20 + n * width,
            56,
            width - 14,
            [
                (k.label.in_(sheet.language), "../" + sheet.book.addresses.kinds[k.id])
                for k in kinds[n * each : (n + 1) * each]
            ],
        )
        for n in range(3)
    ]
    sheet.boxes.append(Box(1, 1, _KINDS_WIDTH, max(ends) - 4, "draft"))
    names = ", ".join(k.label.in_(sheet.language) for k in kinds)
    sheet.said.append(sheet.t("ref-said-kinds", n=len(kinds), names=names))
    return max(ends) - 3


def _guidance(sheet: Sheet) -> float:
    known = sheet.book.knowledge
    x, y, width = _KINDS_WIDTH + 70, 1.0, WIDTH - _KINDS_WIDTH - 71
    claims = sum(len(r.claims) for r in known.requirements.values())
    steps = (
        ("ref-n-documents", len(known.documents), addresses.DOCUMENTS),
        ("ref-n-provisions", len(known.provisions), addresses.DOCUMENTS),
        ("ref-n-requirements", len(known.requirements), addresses.REQUIREMENTS),
        ("ref-n-claims", claims, addresses.REQUIREMENTS),
    )
    for n, (text, count, path) in enumerate(steps):
        if n:
            sheet.arrows.append(Arrow(x + width / 2, y - 24, x + width / 2, y - 4))
        sheet.boxes.append(Box(x, y, width, 34, "guide"))
        words = f"{sheet.number(count)} {sheet.t(text)}"
        sheet.write(x + width / 2, y + 22, words, "strong", f"../{path}", "middle")
        y += 60
    sheet.arrows.append(Arrow(x - 4, 138, _KINDS_WIDTH + 6, 138))
    sheet.write((x + _KINDS_WIDTH) / 2, 128, sheet.t("ref-asks"), "link", anchor="middle")
    numbers = {f"n{i}": sheet.number(count) for i, (_, count, _) in enumerate(steps)}
    sheet.said.append(sheet.t("ref-said-guidance", **numbers))
    return y - 26


def _families(sheet: Sheet, y: float) -> float:
    vocabulary = sheet.book.vocabulary
    families = vocabulary.below.get(STATEMENT, ())
    largest = sorted(families, key=lambda f: (-vocabulary.count(f), -len(sheet.book.uses.by_term.get(f, ())), f))
    shown, rest = largest[:_FAMILIES], largest[_FAMILIES:]
    sheet.arrows.append(Arrow(320, y - ARROW + 4, 320, y - 4))
    sheet.write(334, y - ARROW / 2 + 5, sheet.property(GC + "states"), "link")
    count = sheet.number(vocabulary.count(STATEMENT))
    title = sheet.t("ref-titled", part=sheet.t("ref-families"), name=sheet.t("ref-classes", n=count))
    sheet.write(20, y + 30, title, "head", sheet.href(STATEMENT))
    width = (WIDTH - 26) / 4
    rows = -(-(len(shown) + bool(rest)) // 4)
    names = [wrapped(sheet.label(family), width - 58, 3) for family in shown]
    tall = max(map(len, names), default=1) * LINE + 12
    for n, (family, lines) in enumerate(zip(shown, names, strict=True)):
        x, above = 14 + (n // rows) * width, y + 46 + (n % rows) * (tall + 6)
        first = above + (tall - len(lines) * LINE) / 2 + 13
        sheet.boxes.append(Box(x, above, width - 10, tall, "family"))
        sheet.write(
            x + width - 20, above + tall / 2 + 5, sheet.number(vocabulary.count(family)), "strong", anchor="end"
        )
        for i, line in enumerate(lines):
            sheet.write(x + 10, first + i * LINE, line, href=sheet.href(family))
    if rest:
        x, above = 14 + (len(shown) // rows) * width, y + 46 + (len(shown) % rows) * (tall + 6)
        for i, line in enumerate(wrapped(sheet.t("ref-more-families", n=len(rest)), width - 16)):
            sheet.write(x + 10, above + 19 + i * LINE, line, href=sheet.first_page("statements"))
    height = 46 + rows * (tall + 6) + 8
    sheet.boxes.append(Box(1, y, WIDTH - 2, height, "statement"))
    said = ", ".join(f"{sheet.label(f)} ({vocabulary.count(f)})" for f in shown)
    sheet.said.append(sheet.t("ref-said-families", n=count, names=said, more=len(rest)))
    return y + height
