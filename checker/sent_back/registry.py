"""The kinds of file that can be sent back. A new kind is one line here and one module with ``write(material)``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePosixPath

from checker.errors import CallError
from checker.reports.display import one_line
from checker.sent_back.bounded import bounded_write
from checker.sent_back.material import Material

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TEXTS = ("docx", "pdf", "odt", "html", "markdown", "text")


@dataclass(frozen=True, slots=True)
class Writer:
    """``name`` is the id of an interface text, ``formats`` are those of drafts that it works for; empty: all."""

    id: str
    name: str
    media_type: str
    ending: str
    module: str
    formats: tuple[str, ...] = ()
    opens: bool = False
    """True where it writes into the original, which is done in a process of its own."""

    def takes(self, format: str) -> bool:
        return not self.formats or format in self.formats


WRITERS: tuple[Writer, ...] = (
    Writer("commented", "sent-name-commented", _DOCX, ".docx", "checker.sent_back.docx.commented", TEXTS, opens=True),
    Writer(
        "annotated",
        "sent-name-annotated",
        "application/pdf",
        ".pdf",
        "checker.sent_back.pdf.annotated",
        ("pdf",),
        opens=True,
    ),
    Writer("memo", "sent-name-memo", _DOCX, ".docx", "checker.sent_back.memo.memo"),
    Writer("xlsx", "sent-name-xlsx", _XLSX, ".xlsx", "checker.sent_back.sheets.review"),
    Writer("html", "sent-name-html", "text/html", ".html", "checker.sent_back.page"),
    Writer("json", "sent-name-json", "application/json", ".json", "checker.sent_back.values"),
    Writer("turtle", "sent-name-turtle", "text/turtle", ".ttl", "checker.sent_back.turtle"),
)


def writer(name: str) -> Writer:
    """The writer of that id. Raises CallError where there is none."""
    for one in WRITERS:
        if one.id == name:
            return one
    raise CallError(f"nothing is sent back as '{name}'", remedy=f"use one of {', '.join(w.id for w in WRITERS)}")


def writers_for(format: str) -> tuple[Writer, ...]:
    """What can be made of a draft of that format; "" is one that was never a text."""
    return tuple(w for w in WRITERS if w.takes(format))


def write(name: str, material: Material) -> bytes:
    """The file. Raises CallError where the draft's format does not allow it, InputError where the draft does not."""
    chosen = writer(name)
    if not chosen.takes(material.format):
        able = ", ".join(w.id for w in writers_for(material.format))
        raise CallError(f"this draft cannot be sent back as '{name}'", remedy=f"for its format there are {able}")
    if chosen.opens:
        return bounded_write(chosen.module, material)
    made: Callable[[Material], bytes] = import_module(chosen.module).write
    return made(material)


def file_name(material: Material, chosen: Writer) -> str:
    """A name for the file, from that of the draft: ``sop-commented.docx``."""
    stem = PurePosixPath(material.draft.path.replace("\\", "/")).stem or "draft"
    safe = "".join(c if c.isalnum() or c in "-_. " else "-" for c in one_line(stem)).strip(". ")[:80]
    return f"{safe or 'draft'}-{chosen.id}{chosen.ending}"
