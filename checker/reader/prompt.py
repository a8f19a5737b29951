"""A question in words: the texts of ``prompt.j2``, and the draft's passages fenced off as data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from checker.reader.injection import ToReader
from checker.readers.document import Document
from checker.reports.display import one_line

if TYPE_CHECKING:
    from checker.reader.question import Question

Messages = tuple[tuple[str, str], ...]
"""Role and text of each message."""
WITHHELD = "[withheld]"
"""What is sent in place of a text that speaks to the reader."""
_OUTLINE, _OUTLINE_DEPTH, _HEADING = 40, 2, 80


@dataclass(frozen=True, slots=True)
class Line:
    """A passage as it is shown: every text on one line."""

    number: int
    found: bool
    page: int | None
    place: str
    lead: str
    text: str


@cache
def _template() -> Any:
    environment = Environment(  # noqa: S701 -- plain text for a model, no page
        loader=FileSystemLoader(Path(__file__).parent), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("prompt.j2").module


VERSION: str = _template().version


def messages(question: Question, document: Document, to_reader: ToReader) -> Messages:
    """What is sent. The code of the fence hangs on the whole draft, so that no text in it can hold its own fence."""

    def plain(text: str) -> str:
        return WITHHELD if to_reader.speaks(text) else one_line(text)

    lines = [
        Line(
            number=shown.number,
            found=shown.found,
            page=shown.passage.page,
            place=" › ".join(plain(h) for h in shown.passage.heading if h.strip()),
            lead=plain(shown.passage.lead) if shown.passage.lead else "",
            # The whole passage is looked at, not only what is shown of it.
            text=WITHHELD if to_reader.speaks(shown.passage.text) else one_line(shown.text),
        )
        for shown in question.passages
    ]
    headings = (p for p in document.passages if p.kind == "heading" and len(p.heading) < _OUTLINE_DEPTH)
    outline = [plain(p.text)[:_HEADING] for p in headings][:_OUTLINE]
    fence = sha256(f"{document.sha256} {question.requirement.id}".encode()).hexdigest()[:16]
    asked = _template().question(question, fence, lines, outline, question.last)
    return (("system", str(_template().system())), ("user", str(asked)))
