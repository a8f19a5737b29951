"""XML without entities, document types or fetching."""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from checker.errors import InputError

_NO_MEMORY = (0, 2)
"""What libxml2 reports when it gets no memory: a proper code, or none at all."""
Element: TypeAlias = etree._Element


def parse(data: bytes, part: str, name: str) -> Element:
    """The root of a part. Raises InputError where the XML is broken or brings its own document type."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, dtd_validation=False, no_network=True, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise _doctype(part, name)
    try:
        root: Element | None = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if error.code in _NO_MEMORY:
            raise MemoryError from None
        reason = str(error.msg or "not well-formed").split(",")[0]
        raise InputError(
            f"{part} in the package is broken XML ({reason})", where=name, remedy="open and save the document anew",
            text="error-package-xml", part=part,
        ) from None  # fmt: skip
    if root is None or root.getroottree().docinfo.doctype:
        raise _doctype(part, name)
    return root


def _doctype(part: str, name: str) -> InputError:
    return InputError(
        f"{part} declares a document type, which is refused", where=name, remedy="open and save the document anew",
        text="error-package-doctype", part=part,
    )  # fmt: skip


def local(element: Element) -> str:
    """The tag without its namespace; empty for what is not an element."""
    tag = element.tag
    return str(tag).rpartition("}")[2] if isinstance(tag, str) else ""
