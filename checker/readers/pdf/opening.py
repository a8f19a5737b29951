"""Opening a PDF, and saying in plain words why one cannot be opened."""

from __future__ import annotations

import pypdfium2 as pdfium
import pypdfium2.raw as c

from checker.errors import InputError
from checker.readers.numbering import pages as named
from checker.readers.pdf.glyphs import page_of
from checker.readers.pdf.layout import Page

MAX_PAGES = 3_000
_COPY = 0x10
_FEW = 25
"""Letters below which a page that is one picture counts as a scan."""


def open_pdf(data: bytes, name: str) -> pdfium.PdfDocument:
    """Raises InputError for a file that needs a password, is damaged, or has no or too many pages."""
    try:
        document = pdfium.PdfDocument(data)
        count = len(document)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == c.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            raise InputError(
                "the PDF is protected by a password",
                where=name,
                remedy="remove the password and save it again",
                text="error-password",
            ) from None
        raise _damaged(name) from None
    if count < 1:
        raise _damaged(name)
    if count > MAX_PAGES:
        raise InputError(
            f"the PDF claims more than {MAX_PAGES:,} pages",
            where=name,
            remedy="split it or save it anew",
            text="error-pdf-pages",
            n=MAX_PAGES,
        )
    return document


def pages_of(document: pdfium.PdfDocument, name: str, notes: list[str]) -> tuple[list[Page], tuple[int, ...]]:
    """The pages that hold text, and the numbers of those that are scanned; a note on those that cannot be read.

    Raises InputError where there is neither.
    """
    pages: list[Page] = []
    broken: list[int] = []
    for index in range(len(document)):
        try:
            page = document[index]
            pages.append(page_of(page, index + 1))
            page.close()
        except pdfium.PdfiumError:
            broken.append(index + 1)
    if not pages:
        raise _damaged(name)
    scanned = [page.number for page in pages if page.pictured and page.letters < _FEW]
    if not scanned and not any(page.letters for page in pages):
        raise InputError(
            "the PDF holds no text", where=name, remedy="check that it is the right file", text="error-no-text"
        )
    if broken:
        notes.append(f"Damaged and not read: {named(broken)}.")
    turned = [page.number for page in pages if page.turned > 5]
    if turned:
        notes.append(f"Text running in another direction is left out: {named(turned)}.")
    if not c.FPDF_GetDocPermissions(document.raw) & _COPY:
        notes.append("The file asks that its text is not copied; it was read for this check only.")
    return [page for page in pages if page.number not in scanned], tuple(scanned)


def _damaged(name: str) -> InputError:
    return InputError(
        "the PDF is damaged or cut off",
        where=name,
        remedy="send it again, or save it anew as PDF",
        text="error-package-damaged",
    )
