"""A Word draft opened to be written into; everything but its macros stays."""

from __future__ import annotations

import io
import zipfile
import zlib

import docx
from docx.document import Document
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from lxml import etree

from checker.errors import InputError
from checker.readers.archive import Archive

_STRICT = b"http://purl.oclc.org/ooxml/"
_NAMES = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/schemaLibrary/", b"http://schemas.openxmlformats.org/schemaLibrary/2006/"),
    (b' w:conformance="strict"', b""),
)
_TYPES = "[Content_Types].xml"
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHERS = (
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
)
_FAILS = (
    LookupError, ValueError, TypeError, AttributeError, AssertionError, OSError, NotImplementedError,
    zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, PythonDocxError, OpcError,
)  # fmt: skip


def opened(data: bytes, name: str) -> Document:
    """Raises InputError where it cannot be opened so that comments can be written into it."""
    try:
        document = docx.Document(io.BytesIO(_plain(data, name)))
        if document.element.body is None:
            raise ValueError("no body")
        part = document.part
        for key, relation in list(part.rels.items()):
            if relation.reltype.endswith("/vbaProject"):
                del part.rels[key]
        len(document.comments)
    except _FAILS as error:
        raise InputError(
            f"comments cannot be written into it ({type(error).__name__})", where=name, remedy="save it anew as DOCX"
        ) from error
    return document


def _plain(data: bytes, name: str) -> bytes:
    """The package as a transitional document without macros; the same bytes where it is one."""
    archive = Archive(data, name)
    types = archive.part(_TYPES) if _TYPES in archive else b""
    main = next((part for part in ("word/document.xml",) if part in archive), "")
    is_strict = bool(main) and _STRICT in archive.part(main)[:4096]
    if not is_strict and not any(other in types for other in _OTHERS):
        return data
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for part in archive.names:
            if not part.endswith("/"):
                package.writestr(part, _translated(part, archive.part(part), strict=is_strict))
    return stream.getvalue()


def _translated(part: str, content: bytes, *, strict: bool) -> bytes:
    if part == _TYPES:
        for other in _OTHERS:
            content = content.replace(other, _MAIN)
    if strict and part.endswith((".xml", ".rels")):
        for old, new in _NAMES:
            content = content.replace(old, new)
    return content
