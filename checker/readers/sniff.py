"""What a file is, by its content; its name is only asked where content cannot tell."""

from __future__ import annotations

import re
from pathlib import PurePath

from checker.errors import InputError
from checker.readers.archive import Archive
from checker.readers.formats import BY_EXTENSION

SEND = "save it as DOCX, ODT or PDF with text and send that"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = (
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF)"),
    (b"MM\x00*", "a picture (TIFF)"),
    (b"%!PS", "a PostScript file"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
_OLE_KINDS = (
    ("WordDocument", "an old Word file (.doc)"),
    ("Workbook", "an old Excel file (.xls)"),
    ("PowerPoint Document", "an old PowerPoint file (.ppt)"),
    ("__substg1.0", "an Outlook message (.msg)"),
)
_ZIP_KINDS = (
    ("xl/workbook", "an Excel workbook (XLSX)"),
    ("ppt/presentation", "a PowerPoint presentation (PPTX)"),
    ("index/document.iwa", "an Apple Pages file"),
)
_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_DATA = frozenset(
    (".csv", ".tsv", ".json", ".jsonld", ".ttl", ".trig", ".nt", ".nq", ".n3", ".rdf", ".owl", ".xml", ".xlsx", ".yaml")
)


def sniff(data: bytes, name: str) -> str:
    """The id of the format. Raises InputError for every other content, saying what it is."""
    if data.startswith(b"PK\x03\x04"):
        return _zip(data, name)
    if data.startswith(_OLE):
        raise _ole(data, name)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    for magic, what in _FOREIGN:
        if data.startswith(magic):
            raise InputError(f"this is {what}, which is not read", where=name, remedy=SEND)
    return _text(data, name)


def _zip(data: bytes, name: str) -> str:
    archive = Archive(data, name)
    kind = archive.part("mimetype") if "mimetype" in archive else b""
    if kind.startswith((b"application/vnd.oasis.opendocument.text", b"application/vnd.sun.xml.writer")):
        return "odt"
    if kind.startswith(b"application/epub"):
        raise InputError("this is an EPUB book, which is not read", where=name, remedy=SEND)
    if kind.startswith(b"application/vnd.oasis"):
        raise InputError("this is an OpenDocument file that is not a text", where=name, remedy=SEND)
    for start, what in _ZIP_KINDS:
        if any(part.lower().startswith(start) for part in archive.names):
            raise InputError(f"this is {what}, which is not read as a draft", where=name, remedy=SEND)
    if "[Content_Types].xml" in archive or "word/document.xml" in archive:
        return "docx"
    raise InputError("this is a ZIP archive, not a document", where=name, remedy="unpack it and give the files in it")


def _ole(data: bytes, name: str) -> InputError:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return InputError(
            "the document is protected by a password", where=name, remedy="remove the password and save it again"
        )
    what = next((what for stream, what in _OLE_KINDS if holds(stream)), "an old Office file")
    return InputError(f"this is {what}, which is not read", where=name, remedy=SEND)


def _text(data: bytes, name: str) -> str:
    extension = PurePath(name).suffix.lower()
    wanted = BY_EXTENSION.get(extension)
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and b"\x00" in data[:65536]:
        raise InputError("the content is damaged or of an unknown kind", where=name, remedy=SEND)
    head = data[:2048].replace(b"\x00", b"")
    if wanted in ("markdown", "text"):
        return wanted
    if _HTML.search(head) or wanted == "html":
        return "html"
    if head.lstrip(b"\xef\xbb\xbf \r\n\t\xff\xfe").startswith(b"<?xml"):
        raise InputError("this is an XML file, not a draft to read", where=name, remedy=SEND)
    if extension in _DATA:
        raise InputError(f"this is a data file ({extension}), not a draft to read", where=name, remedy=SEND)
    if wanted is not None:
        raise InputError(
            f"the name ends in {extension}, but the content is not {wanted.upper()}",
            where=name,
            remedy="check that the file is whole, or give it the ending that fits (.txt for plain text)",
        )
    if extension in (".doc", ".rtf", ".xls", ".ppt"):
        raise InputError(f"the name ends in {extension}, a format that is not read", where=name, remedy=SEND)
    return "text"
