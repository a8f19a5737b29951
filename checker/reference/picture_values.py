"""The lowest row of the picture: actors, and the schemes of concepts that drafts are most asked for."""

from __future__ import annotations

from collections import Counter

from checker.knowledge.names import GC
from checker.reference.drawing import LINE, Arrow, Box, wrapped
from checker.reference.sheet import WIDTH, Sheet
from checker.reference.vocabulary import ACTOR

ARROW = 46.0
"""The height that an arrow takes."""
_SCHEMES = tuple(GC + name for name in ("levels", "dimensions", "sectors", "populations", "steps"))
_GAP, _MEMBERS = 14.0, 6


def draw_values(sheet: Sheet, y: float) -> float:
    vocabulary = sheet.book.vocabulary
    tops = [iri for iri in (ACTOR, *_SCHEMES) if iri in vocabulary.terms]
    width = (WIDTH + _GAP) / max(1, len(tops)) - _GAP
    ends: list[float] = []
    for n, iri in enumerate(tops):
        x = n * (width + _GAP) + 1
        members = vocabulary.below.get(iri, ()) if iri == ACTOR else vocabulary.concepts.get(iri, ())
        count = vocabulary.count(iri) if iri == ACTOR else len(members)
        sizes = {m: vocabulary.count(m) if iri == ACTOR else len(sheet.book.uses.by_term.get(m, ())) for m in members}
        first = [member for _, member in sorted((-size, member) for member, size in sizes.items())[:_MEMBERS]]
        sheet.arrows.append(Arrow(x + 16, y - ARROW + 3, x + 16, y - 4))
        by = sheet.property(_reaching(sheet, iri))
        for i, line in enumerate(wrapped(by, width - 30)):
            sheet.write(x + 26, y - ARROW / 2 - 2 + i * 15, line, "link")
        end = y + 28
        for line in wrapped(sheet.label(iri), (width - 20) * 0.86, 4):
            sheet.write(x + 11, end, line, "head", sheet.href(iri))
            end += LINE + 2
        sheet.write(x + 11, end, sheet.t("ref-classes" if iri == ACTOR else "ref-concepts", n=count), "strong")
        items = [(sheet.label(m), sheet.href(m)) for m in first]
        end = sheet.column(x + 11, end + LINE + 6, width - 18, items)
        if len(members) > len(first):
            sheet.write(x + 11, end, sheet.t("ref-more", n=len(members) - len(first)), "link")
            end += LINE
        ends.append(end)
        names = ", ".join(text for text, _ in items)
        sheet.said.append(sheet.t("ref-said-values", name=sheet.label(iri), n=count, by=by, names=names))
    bottom = max(ends, default=y)
    for n, iri in enumerate(tops):
        box = Box(n * (width + _GAP) + 1, y, width - 1, bottom - y - 4, "actor" if iri == ACTOR else "scheme")
        sheet.boxes.append(box)
    others = sum(t.kind == "scheme" for t in vocabulary.terms.values()) - sum(i in vocabulary.terms for i in _SCHEMES)
    if others > 0:
        target = sheet.first_page("schemes")
        sheet.write(WIDTH / 2, bottom + 20, sheet.t("ref-more-schemes", n=others), "", target, "middle")
    return bottom + 34


def _reaching(sheet: Sheet, iri: str) -> str:
    """The property by which shapes most often ask for a class or for concepts of a scheme."""
    vocabulary, found = sheet.book.vocabulary, Counter[str]()
    inside = {c for c, _ in vocabulary.tree(iri)} if iri == ACTOR else set(vocabulary.concepts.get(iri, ()))
    for path, targets in sheet.book.uses.to.items():
        found[path] += sum(n for target, n in targets.items() if target in inside)
    return min(found, key=lambda p: (-found[p], p), default="")
