"""Marks that tell what a line is: bullets, item letters, section numbers, captions, contents entries."""

from __future__ import annotations

import re

BULLETS = "•◦▪▫■□●○‣⁃∙·➢➤►▶✓✔❖♦–—*\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d-"
_BULLET = re.compile(rf"^(?:[{re.escape(BULLETS)}]|o(?=\s{{2,}}|\t))\s+(?=\S)")
_GLUED = re.compile(r"^[•◦▪●‣\uf0b7\uf0a7\uf0d8\uf0fc\uf076](?=\S)")
_ITEM = re.compile(r"^(?:\(?(?:[a-zñ]|[ivxl]{1,5}|\d{1,2}|[A-Z])\)|(?:[a-zñ]|[ivx]{2,5}|\d{1,2})\.(?:-|º|°)?)\s+(?=\S)")
_WORDED = (
    r"(?:part|section|chapter|article|annex|appendix|schedule|partie|chapitre|annexe|titre|appendice|"
    r"parte|secci[oó]n|cap[ií]tulo|art[ií]culo|anexo|t[ií]tulo|ap[eé]ndice)"
)
_NUMBERED = re.compile(
    rf"^(?:(?P<worded>{_WORDED})\s+(?:\d+(?:\.\d+)*|[A-Z]|[IVXLC]+)\b|"
    r"(?P<decimal>\d{1,2}(?:\.\d{1,2}){0,5})[.)]?(?=\s)|"
    r"(?P<letter>[A-Z](?:\.\d{1,2}){0,4})[.)]?(?=\s)|(?P<roman>[IVX]{1,5})[.)](?=\s))",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"^(?:table|figure|fig\.|box|chart|map|diagram|tableau|graphique|encadr[eé]|carte|sch[eé]ma|"
    r"cuadro|tabla|figura|gr[aá]fico|recuadro|mapa|esquema|diagrama)\s+(?:n[o.º°]+\s*)?"
    r"(?:\d+(?:[.-]\d+)*|[A-Z](?:[.-]?\d+)?|[IVX]+)\s*(?:[.:–—-]\s*\S|$)",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?<!\.)(?<!\.\s)(?:\.\s?){4,}+\s*\d{1,4}$|(?<!…)…{2,}+\s*\d{1,4}$")


def strip_bullet(text: str) -> str | None:
    """The text after its bullet, or None where there is no bullet."""
    for pattern in (_BULLET, _GLUED):
        match = pattern.match(text)
        if match:
            return text[match.end() :]
    return None


def is_item(text: str) -> bool:
    """Whether the line starts with the letter or number of a list item, such as "(a)", "iv)" or "3."."""
    return _ITEM.match(text) is not None


def section_depth(text: str) -> int | None:
    """1 for "2 Background", 3 for "2.1.4 Bodies"; None for a line without a section number."""
    match = _NUMBERED.match(text)
    if not match:
        return None
    letter = match["letter"]
    if letter and not letter[0].isupper():
        return None
    if letter == text[0] and text[1:2] not in ".)":  # "A draft is sent": an article, not a number
        return None
    number = match["decimal"] or letter or ""
    return number.count(".") + 1


def is_caption(text: str) -> bool:
    return len(text) < 200 and _CAPTION.match(text) is not None


def is_contents_entry(text: str) -> bool:
    """Whether the line is an entry of a table of contents: dots, then a page number."""
    return _CONTENTS.search(text) is not None
