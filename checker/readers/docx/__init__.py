"""Word documents (DOCX, DOCM), read from their XML; macros, links and embedded files are left alone."""

from __future__ import annotations

from checker.errors import InputError
from checker.readers.blocks import Block, Reading
from checker.readers.docx.body import Body
from checker.readers.docx.fallback import headings_by_look
from checker.readers.docx.package import Package
from checker.readers.docx.wml import W


def read(data: bytes, name: str) -> Reading:
    """Blocks of the body in order, footnotes after the block that calls them. Raises InputError."""
    package = Package(data, name)
    bodies = [child for child in package.document if child.tag == W + "body"]
    if not bodies:
        raise InputError(
            "it holds no document body", where=name, remedy="open and save the document anew", text="error-no-document"
        )
    body = Body(package)
    for element in bodies:
        body.walk(element)
    blocks = headings_by_look(body.found)
    notes = body.notes()
    if not any(block.text.strip() for block in blocks):
        blocks = _margins(package)
        if blocks:
            notes.append("The body is empty; the text is from headers and footers.")
    return Reading(blocks, body.page if body.paged else None, notes)


def _margins(package: Package) -> list[Block]:
    body = Body(package)
    for root in package.margins():
        body.walk(root)
    return [found.block for found in body.found]
