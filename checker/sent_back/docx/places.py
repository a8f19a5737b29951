"""From a passage to the paragraph of a Word document where a comment on it goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.readers import Passage
from checker.readers.docx.wml import W
from checker.readers.normal import normalise
from checker.readers.safexml import Element
from checker.report import Evidence


@dataclass(frozen=True, slots=True)
class Spot:
    """A run of paragraphs with one parent. ``exact`` is False where the passage was not found: this is near it."""

    first: Element
    last: Element
    exact: bool


class Places:
    """``sources`` are the passages of the draft with their paragraphs; there is at least one."""

    def __init__(self, sources: Sequence[tuple[Passage, Element]]) -> None:
        self._sources = sources

    @property
    def title(self) -> Element:
        return _host(self._sources[0][1])

    def at(self, place: Evidence) -> Spot:
        """By offsets where the text there is the quote, else by the text, else at the heading, else at the title."""
        found = self._by_offsets(place) or self._by_text(place)
        if found:
            first, last = _host(found[0]), _host(found[-1])
            return Spot(first, last if last.getparent() is first.getparent() else first, True)
        heading = self._heading(place)
        return Spot(heading, heading, False)

    def _by_offsets(self, place: Evidence) -> list[Element]:
        if place.start is None or place.end is None:
            return []
        start, end = place.start, place.end
        within = [(p, e) for p, e in self._sources if p.start < end and p.end > start]
        text = "\n".join(p.text for p, _ in within)
        begin = start - within[0][0].start if within else 0
        return [e for _, e in within] if _same(text[max(begin, 0) :][: end - start], place.quote) else []

    def _by_text(self, place: Evidence) -> list[Element]:
        quote = normalise(place.quote)
        if not quote:
            return []
        holds = [(p.text != quote, p, e) for p, e in self._sources if quote in p.text]
        return [min(holds, key=lambda one: (one[0], _far(one[1], place)))[2]] if holds else []

    def _heading(self, place: Evidence) -> Element:
        wanted = normalise(place.heading[-1]) if place.heading else ""
        near = [(p, e) for p, e in self._sources if p.kind == "heading" and p.text == wanted]
        return _host(min(near, key=lambda one: _far(one[0], place))[1]) if near else self.title


def mark(spot: Spot, comment: int) -> None:
    """Puts the range of a comment around the paragraphs."""
    start = spot.first.makeelement(f"{W}commentRangeStart", {f"{W}id": str(comment)})
    has_properties = len(spot.first) > 0 and spot.first[0].tag == W + "pPr"
    spot.first.insert(1 if has_properties else 0, start)
    spot.last.append(spot.last.makeelement(f"{W}commentRangeEnd", {f"{W}id": str(comment)}))
    run = spot.last.makeelement(f"{W}r", {})
    run.append(run.makeelement(f"{W}commentReference", {f"{W}id": str(comment)}))
    spot.last.append(run)


def _host(paragraph: Element) -> Element:
    """The paragraph itself, or the one that holds the text box it stands in, where Word allows no comments."""
    boxes = _above(paragraph, W + "txbxContent")
    return next(iter(_above(boxes[-1], W + "p")), paragraph) if boxes else paragraph


def _above(element: Element, tag: str) -> list[Element]:
    return list(element.iterancestors(tag))


def _same(text: str, quote: str) -> bool:
    return " ".join(text.split()) == normalise(quote)


def _far(passage: Passage, place: Evidence) -> int:
    return abs(passage.start - (place.start or 0))


def sources_of(passages: Iterable[Passage], paragraphs: Iterable[Element]) -> Places:
    return Places(tuple(zip(passages, paragraphs, strict=True)))
