"""Files are known by their content; what is not read is named."""

from __future__ import annotations

import pytest

from checker.errors import InputError

from .making import p, package, pdf, word

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
REFUSED = {
    "draft.doc": (OLE + "WordDocument".encode("utf-16-le"), "an old Word file"),
    "draft.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    "old.docx": (OLE + "WordDocument".encode("utf-16-le"), "an old Word file"),
    "table.xls": (OLE + "Workbook".encode("utf-16-le"), "an old Excel file"),
    "draft.rtf": (b"{\\rtf1 text}", "an RTF file"),
    "table.xlsx": (package({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "an Excel workbook"),
    "slides.pptx": (package({"[Content_Types].xml": "", "ppt/presentation.xml": ""}), "a PowerPoint presentation"),
    "book.epub": (package({"mimetype": "application/epub+zip"}), "an EPUB book"),
    "files.zip": (package({"a.txt": "text"}), "a ZIP archive"),
    "page.pdf": (b"\x89PNG\r\n\x1a\n", "a picture"),
    "data.csv": (b"a,b\n1,2\n", "a data file"),
    "data.ttl": (b"@prefix a: <b> .", "a data file"),
    "data.xml": (b"<?xml version='1.0'?><a/>", "an XML file"),
    "text.docx": (b"just text", "the content is not DOCX"),
    "text.pdf": (b"just text", "the content is not PDF"),
    "noise.txt": (bytes(range(256)), "of an unknown kind"),
    "cut.docx": (word(p("Text."))[:-30], "damaged or cut off"),
    "empty.docx": (b"", "the file is empty"),
    "blank.txt": (b"  \n\n ", "holds no text"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_its_name_and_a_remedy(reading, name):
    content, what = REFUSED[name]
    with pytest.raises(InputError) as caught:
        reading(name, content)
    assert what in caught.value.what
    assert caught.value.line.startswith(f"{name}: ")
    assert caught.value.remedy


READ = {
    "named.pdf": (word(p("Text.")), "docx"),
    "named.docx": (pdf(lambda canvas: canvas.drawString(72, 700, "Text.")), "pdf"),
    "saved.doc": (b"<html><body><p>Text.</p></body></html>", "html"),
    "noname": (b"Text.", "text"),
    "UPPER.TXT": (b"Text.", "text"),
    "readme.md": (b"Text.", "markdown"),
}


@pytest.mark.parametrize("name", READ)
def test_read_by_content(reading, name):
    content, format = READ[name]
    document = reading(name, content)
    assert (document.format, document.text) == (format, "Text.")
