"""Where in the XML of a Word document each passage stands, for whoever writes beside it."""

from __future__ import annotations

from checker.readers.blocks import Reading, assemble
from checker.readers.document import Passage
from checker.readers.docx.body import Body
from checker.readers.docx.fallback import headings_by_look
from checker.readers.docx.package import Package
from checker.readers.docx.wml import W
from checker.readers.normal import normalise
from checker.readers.safexml import Element


def sources(data: bytes, root: Element, name: str) -> tuple[tuple[Passage, Element], ...]:
    """Each passage with its paragraph in ``root``, the w:document of the package ``data`` as somebody else parsed it.

    Raises InputError where the package cannot be read.
    """
    body = Body(Package(data, name))
    for child in root:
        if child.tag == W + "body":
            body.walk(child)
    blocks = headings_by_look(body.found)
    passages = assemble(Reading(blocks), path=name, sha256="", format="docx").passages
    elements = [found.source for found in body.found if normalise(found.block.text)]
    return tuple(zip(passages, elements, strict=True))
