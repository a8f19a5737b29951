"""OpenDocument texts."""

from __future__ import annotations

import io

import pytest
from odf.opendocument import OpenDocumentSpreadsheet, OpenDocumentText
from odf.table import Table, TableCell, TableRow
from odf.text import H, List, ListItem, Note, NoteBody, NoteCitation, P, S

from checker.errors import InputError

from .making import package

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def saved(document) -> bytes:
    stream = io.BytesIO()
    document.write(stream)
    return stream.getvalue()


def odt(body: str) -> bytes:
    content = (
        f'<office:document-content xmlns:office="{OFFICE}" xmlns:text="{TEXT}"><office:body><office:text>{body}'
        "</office:text></office:body></office:document-content>"
    )
    return package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def test_blocks_come_in_order_under_their_headings(reading):
    draft = OpenDocumentText()
    draft.text.addElement(H(outlinelevel=1, text="1 Aims"))
    paragraph = P(text="Returnees are")
    paragraph.addElement(S(c=3))
    paragraph.addText("counted.")
    note = Note(noteclass="footnote")
    note.addElement(NoteCitation(text="1"))
    body = NoteBody()
    body.addElement(P(text="By the police."))
    note.addElement(body)
    paragraph.addElement(note)
    draft.text.addElement(paragraph)
    items = List()
    for text in ("housing", "work"):
        item = ListItem()
        item.addElement(P(text=text))
        items.addElement(item)
    draft.text.addElement(items)
    table = Table()
    for cells in (("Body", "Task", "Date"), ("IOM", "Training", "May")):
        row = TableRow()
        for text in cells:
            cell = TableCell()
            cell.addElement(P(text=text))
            row.addElement(cell)
        table.addElement(row)
    draft.text.addElement(table)
    document = reading("a.odt", saved(draft))
    assert [(x.kind, x.text, x.lead) for x in document.passages] == [
        ("heading", "1 Aims", ""),
        ("paragraph", "Returnees are counted.", ""),
        ("footnote", "By the police.", ""),
        ("list-item", "housing", "Returnees are counted."),
        ("list-item", "work", "Returnees are counted."),
        ("table-row", "Body | Task | Date", ""),
        ("table-row", "IOM | Training | May", "Body | Task | Date"),
    ]
    assert {x.heading for x in document.passages[1:]} == {("1 Aims",)}


def test_tracked_deletions_are_left_out_with_a_note(reading):
    deleted = "<text:tracked-changes><text:changed-region><text:deletion><text:p>Old.</text:p></text:deletion>"
    document = reading("a.odt", odt(f"{deleted}</text:changed-region></text:tracked-changes><text:p>New.</text:p>"))
    assert document.text == "New."
    assert document.notes == ("Tracked deletions are left out (1).",)


def test_pages_are_those_that_the_writer_noted(reading):
    document = reading("a.odt", odt("<text:p>One.</text:p><text:soft-page-break/><text:p>Two.</text:p>"))
    assert [x.page for x in document.passages] == [1, 2]


def test_a_spreadsheet_is_refused(reading):
    with pytest.raises(InputError, match="not a text"):
        reading("a.odt", saved(OpenDocumentSpreadsheet()))
