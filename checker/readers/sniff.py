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
    (b"{\\rtf", "an RTF file", "RTF"),
    (b"\x89PNG", "a picture (PNG)", "PNG"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "JPEG"),
    (b"GIF8", "a picture (GIF)", "GIF"),
    (b"II*\x00", "a picture (TIFF)", "TIFF"),
    (b"MM\x00*", "a picture (TIFF)", "TIFF"),
    (b"%!PS", "a PostScript file", "PostScript"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "7-Zip"),
    (b"Rar!", "a RAR archive", "RAR"),
    (b"\x1f\x8b", "a gzip archive", "gzip"),
    (b"\x7fELF", "a program", "EXE"),
    (b"MZ", "a program", "EXE"),
)
_OLE_KINDS = (
    ("WordDocument", "an old Word file (.doc)", "DOC"),
    ("Workbook", "an old Excel file (.xls)", "XLS"),
    ("PowerPoint Document", "an old PowerPoint file (.ppt)", "PPT"),
    ("__substg1.0", "an Outlook message (.msg)", "MSG"),
)
_ZIP_KINDS = (
    ("xl/workbook", "an Excel workbook (XLSX)", "XLSX"),
    ("ppt/presentation", "a PowerPoint presentation (PPTX)", "PPTX"),
    ("index/document.iwa", "an Apple Pages file", "Pages"),
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
    for magic, what, format in _FOREIGN:
        if data.startswith(magic):
            raise _other(what, format, name)
    return _text(data, name)


def _zip(data: bytes, name: str) -> str:
    archive = Archive(data, name)
    kind = archive.part("mimetype") if "mimetype" in archive else b""
    if kind.startswith((b"application/vnd.oasis.opendocument.text", b"application/vnd.sun.xml.writer")):
        return "odt"
    if kind.startswith(b"application/epub"):
        raise _other("an EPUB book", "EPUB", name)
    if kind.startswith(b"application/vnd.oasis"):
        raise _other("an OpenDocument file that is not a text", "OpenDocument", name)
    for start, what, format in _ZIP_KINDS:
        if any(part.lower().startswith(start) for part in archive.names):
            raise _other(what, format, name)
    if "[Content_Types].xml" in archive or "word/document.xml" in archive:
        return "docx"
    raise InputError(
        "this is a ZIP archive, not a document",
        where=name,
        remedy="unpack it and give the files in it",
        text="error-archive",
    )


def _ole(data: bytes, name: str) -> InputError:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        return InputError(
            "the document is protected by a password",
            where=name,
            remedy="remove the password and save it again",
            text="error-password",
        )
    what, format = next(
        ((what, f) for stream, what, f in _OLE_KINDS if holds(stream)), ("an old Office file", "Office")
    )
    return _other(what, format, name)


def _other(what: str, format: str, name: str) -> InputError:
    said = f"this is {what}, which is not read"
    return InputError(said, where=name, remedy=SEND, text="error-other-format", format=format)


def _text(data: bytes, name: str) -> str:
    extension = PurePath(name).suffix.lower()
    wanted = BY_EXTENSION.get(extension)
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and b"\x00" in data[:65536]:
        raise InputError(
            "the content is damaged or of an unknown kind", where=name, remedy=SEND, text="error-unknown-content"
        )
    head = data[:2048].replace(b"\x00", b"")
    if wanted in ("markdown", "text"):
        return wanted
    if _HTML.search(head) or wanted == "html":
        return "html"
    if head.lstrip(b"\xef\xbb\xbf \r\n\t\xff\xfe").startswith(b"<?xml"):
        raise InputError(
            "this is an XML file, not a draft to read",
            where=name,
            remedy=SEND,
            text="error-no-draft-file",
            format="XML",
        )
    if extension in _DATA:
        raise InputError(
            f"this is a data file ({extension}), not a draft to read",
            where=name,
            remedy=SEND,
            text="error-no-draft-file",
            format=extension,
        )
    if wanted is not None:
        raise InputError(
            f"the name ends in {extension}, but the content is not {wanted.upper()}",
            where=name,
            remedy="check that the file is whole, or give it the ending that fits (.txt for plain text)",
            text="error-wrong-ending",
            ending=extension,
            format=wanted.upper(),
        )
    if extension in (".doc", ".rtf", ".xls", ".ppt"):
        raise _other(f"a file whose name ends in {extension}", extension, name)
    return "text"
