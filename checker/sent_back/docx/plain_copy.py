"""The read text of a draft as a new Word document, for drafts that Word comments cannot be written into."""

from __future__ import annotations

import docx
from docx.document import Document
from docx.text.paragraph import Paragraph

from checker import readers
from checker.readers import Passage
from checker.reports.display import visible
from checker.sent_back.docx.places import Places, sources_of

_STYLES = {"list-item": "List Bullet", "caption": "Caption", "footnote": "Normal"}


def plain_copy(document: readers.Document) -> tuple[Document, Places]:
    """One paragraph a passage; the rows of tables stay rows of text."""
    made = docx.Document()
    made.core_properties.title = ""
    made.core_properties.author = ""
    made.core_properties.comments = ""
    paragraphs = [_paragraph(made, passage) for passage in document.passages]
    return made, sources_of(document.passages, [p._p for p in paragraphs])


def _paragraph(made: Document, passage: Passage) -> Paragraph:
    text = visible(passage.text)
    if passage.kind == "heading":
        heading: Paragraph = made.add_heading(text, min(len(passage.heading) + 1, 9))
        return heading
    paragraph: Paragraph = made.add_paragraph(text, _STYLES.get(passage.kind))
    return paragraph
