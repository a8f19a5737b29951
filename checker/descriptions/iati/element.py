"""One activity as elements, each with the line of its start tag in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias
from xml.parsers import expat

from lxml import etree

from checker.descriptions.iati.stream import ROOT, Piece
from checker.errors import InputError

Element: TypeAlias = etree._Element
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, eq=False)
class ActivityElement:
    """The element, below a root with the file's own start tag. ``line`` is where the activity starts in the file."""

    element: Element
    piece: Piece
    again: int = 0
    """How many activities of the same identifier stand before it."""

    @property
    def line(self) -> int:
        return self.piece.line

    @property
    def root(self) -> Element:
        root: Element = self.element.getparent()
        return root

    @property
    def identifier(self) -> str:
        return words(self.element.find("iati-identifier"))

    @cached_property
    def lines(self) -> Mapping[Element, int]:
        """The line of each element: that of its start tag's first character."""
        first: list[int] = []
        parser = expat.ParserCreate("utf-8")
        parser.StartElementHandler = lambda tag, attributes: first.append(parser.CurrentLineNumber)
        parser.Parse(self.piece.xml, True)
        elements = self.element.iter("*")
        return {e: self.line + n - 1 for e, n in zip(elements, first, strict=True)}

    def language(self, element: Element) -> str:
        """What an element, or else the activity, says of its language: two or three letters, or nothing."""
        said = element.get(_LANG) or self.element.get(_LANG) or ""
        code = str(said).partition("-")[0].strip().lower()
        return code if code.isascii() and code.isalpha() and 2 <= len(code) <= 3 else ""


def parse(piece: Piece, name: str) -> ActivityElement:
    """Raises InputError where namespaces are broken or a text is beyond all measure; ``name`` is for the error."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, dtd_validation=False, no_network=True, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    whole = piece.header.start_tag.encode() + piece.xml + f"</{ROOT}>".encode()
    try:
        root = etree.fromstring(whole, parser)
    except etree.XMLSyntaxError as error:
        line = piece.line + (error.lineno or 1) - 1
        said = str(error.msg or "not well-formed").split(", line")[0]
        raise InputError(
            f"not well-formed XML: {said}",
            where=f"{name}:{line}",
            remedy="mend or export the file anew",
            text="error-xml-broken",
            why=said,
        ) from None
    return ActivityElement(root[0], piece)


def words(element: Element | None) -> str:
    """All text in an element, with single spaces."""
    return "" if element is None else " ".join("".join(element.itertext()).split())
