"""The text of one paragraph as people see it, and what hangs on it."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.readers.docx.wml import MC, M, W, number, on, value
from checker.readers.safexml import Element

_DROPPED = frozenset((W + "del", W + "moveFrom"))
_SKIPPED = frozenset(
    W + tag
    for tag in ("pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delText", "delInstrText", "fldData", "rt", "ffData")
)
_BLANK = frozenset(W + tag for tag in ("tab", "cr", "ptab", "sym"))


@dataclass(slots=True)
class Line:
    """``rendered`` counts the page breaks Word noted; the first may stand before all text. ``size`` in half points."""

    text: str = ""
    bold: bool = True
    size: int = 0
    rendered: int = 0
    rendered_first: bool = False
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    deleted: int = 0
    inserted: int = 0
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """What the paragraph's style gives its runs, and the character styles that hide text. ``size`` in half points."""

    bold: bool
    size: int
    hidden: bool
    hiding_styles: frozenset[str]


def line(paragraph: Element, look: Look) -> Line:
    """Follows runs, links, fields, content controls and insertions."""
    found = Line(size=0)
    parts: list[str] = []
    _collect(paragraph, found, parts, look)
    found.text = "".join(parts)
    found.bold = found.bold and bool(found.text.strip())
    found.size = found.size or look.size
    return found


def _collect(parent: Element, found: Line, parts: list[str], look: Look) -> None:
    for child in parent:
        tag = child.tag
        if tag == W + "r":
            _run(child, found, parts, look)
        elif tag in _DROPPED:
            found.deleted += 1
        elif tag in _SKIPPED:
            continue
        elif tag == M + "t":
            parts.append(child.text or "")
        elif tag == MC + "AlternateContent":
            _collect(alternative(child), found, parts, look)
        elif tag == W + "txbxContent":
            found.boxes.append(child)
        else:
            if tag == W + "ins":
                found.inserted += 1
            _collect(child, found, parts, look)


def _run(run: Element, found: Line, parts: list[str], look: Look) -> None:
    properties = run.find(W + "rPr")
    vanish = on(properties, "vanish")
    if vanish or (vanish is None and (look.hidden or value(properties, "rStyle") in look.hiding_styles)):
        found.hidden += any((text.text or "").strip() for text in run.iter(W + "t"))
        return
    before = len(parts)
    for child in run:
        _piece(child, found, parts, look)
    if "".join(parts[before:]).strip():
        own = on(properties, "b")
        found.bold = found.bold and (look.bold if own is None else own)
        found.size = max(found.size, number(properties, "sz") or look.size)


def _piece(child: Element, found: Line, parts: list[str], look: Look) -> None:
    tag = child.tag
    if tag == W + "t":
        parts.append(child.text or "")
    elif tag in _BLANK or tag == W + "br":
        parts.append("\t" if tag == W + "tab" else " ")
    elif tag == W + "noBreakHyphen":
        parts.append("-")
    elif tag == W + "lastRenderedPageBreak":
        if not found.rendered:
            found.rendered_first = not "".join(parts).strip()
        found.rendered += 1
    elif tag in (W + "footnoteReference", W + "endnoteReference"):
        found.notes.append((tag[len(W) :], child.get(W + "id") or ""))
    elif tag == MC + "AlternateContent":
        _collect(alternative(child), found, parts, look)
    elif tag not in _SKIPPED:
        _collect_boxes(child, found)
        if tag == W + "ruby":
            base = child.find(W + "rubyBase")
            if base is not None:
                _collect(base, found, parts, look)


def _collect_boxes(element: Element, found: Line) -> None:
    """Text boxes in a drawing, the outermost only: what they nest is found when they are read."""
    for child in element:
        if child.tag == W + "txbxContent":
            found.boxes.append(child)
        elif child.tag == MC + "AlternateContent":
            _collect_boxes(alternative(child), found)
        else:
            _collect_boxes(child, found)


def alternative(element: Element) -> Element:
    """The one branch of an AlternateContent to read: the first choice with text or a box, or else the fallback."""
    branches = list(element)
    for branch in branches:
        if any(True for _ in branch.iter(W + "t", W + "txbxContent")):
            return branch
    return branches[0] if branches else element
