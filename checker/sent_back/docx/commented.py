"""The draft as a Word document with comments at its passages, and what is missing listed in front."""

from __future__ import annotations

import io
from datetime import datetime

from docx.document import Document

from checker.errors import InputError
from checker.readers.docx.sources import sources
from checker.reports.display import shorten, visible
from checker.sent_back.docx.front_page import front_page
from checker.sent_back.docx.opening import opened
from checker.sent_back.docx.places import Places, Spot, mark
from checker.sent_back.docx.plain_copy import plain_copy
from checker.sent_back.front import front
from checker.sent_back.material import Material
from checker.sent_back.remarks import OURS, missing, remarks
from checker.sent_back.words import Line, remark_lines, where

_NAMED = 5
"""How many of the missing requirements the comment on the title names."""


def write(material: Material) -> bytes:
    """The original with comments, or a copy of its text where they cannot be written into it. Raises InputError."""
    return _commented(material, *_draft(material))


def write_beside(material: Material) -> bytes:
    """A copy of the text with comments."""
    return _commented(material, *_copy(material, "sent-copy-damaged"))


def _commented(material: Material, document: Document, places: Places, notes: tuple[str, ...]) -> bytes:
    say = material.say
    when = material.report.generated
    _comment(document, Spot(places.title, places.title, True), _on_title(material), OURS, when)
    for remark in remarks(material):
        lines = remark_lines(remark, say)
        spot = places.at(remark.place) if remark.place else Spot(places.title, places.title, True)
        if remark.place and not spot.exact:
            lines = (Line("", say("sent-not-found", place=where(remark.place, say) or "?")), *lines)
        _comment(document, spot, lines, remark.author, remark.when)
    document.element.body.insert(0, front_page(front(material, notes)))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _draft(material: Material) -> tuple[Document, Places, tuple[str, ...]]:
    """The original opened, or a copy of its text."""
    if material.format != "docx":
        return _copy(material, "sent-copy-format")
    try:
        document = opened(material.original, material.draft.name)
        found = sources(material.original, document.element, material.draft.name)
    except InputError:
        found = ()
    return (document, Places(found), ()) if found else _copy(material, "sent-copy-damaged")


def _copy(material: Material, why: str) -> tuple[Document, Places, tuple[str, ...]]:
    """The text of the draft as a document, with a note that says why."""
    if material.document is None or not material.document.passages:
        raise InputError("it holds no text to comment", where=material.draft.name, remedy="send the memo instead")
    return *plain_copy(material.document), (material.say(why),)


def _on_title(material: Material) -> tuple[Line, ...]:
    say, found = material.say, missing(material)
    if not found:
        return (Line(say("sent-front-none")),)
    named = tuple(Line("", f"• {shorten(f.lead.title, 120)} ({f.lead.id})") for f in found[:_NAMED])
    more = (Line("", say("sent-more-missing", n=len(found) - _NAMED)),) if len(found) > _NAMED else ()
    return Line(say("sent-front-missing")), *named, *more


def _comment(document: Document, spot: Spot, lines: tuple[Line, ...], author: str, when: str) -> None:
    name = shorten(author, 60) or OURS
    initials = "gc" if author == OURS else "".join(word[0] for word in name.split())[:4].upper()
    comment = document.comments.add_comment(author=name, initials=initials)
    _date(comment._comment_elm, when)
    for number, line in enumerate(lines):
        paragraph = comment.paragraphs[0] if number == 0 else comment.add_paragraph()
        if line.head:
            paragraph.add_run(visible(f"{line.head} " if line.text else line.head)).bold = True
        if line.text:
            paragraph.add_run(visible(line.text))
    mark(spot, comment.comment_id)


def _date(comment: object, when: str) -> None:
    try:
        comment.date = datetime.fromisoformat(when)  # type: ignore[attr-defined]
    except ValueError:
        return
