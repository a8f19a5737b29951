"""Documents written in a test, as a reader would give them."""

from __future__ import annotations

from checker.readers.document import Document, Passage

Line = str | tuple[str, str]


def document(*lines: Line) -> Document:
    """Lines to a document: ``# title`` opens a section, ``- item`` is a list item, anything else a paragraph."""
    passages: list[Passage] = []
    heading: tuple[str, ...] = ()
    text = ""
    for block, line in enumerate(lines):
        content, lead = line if isinstance(line, tuple) else (line, "")
        depth = len(content) - len(content.lstrip("#"))
        kind = "heading" if depth else "list-item" if content.startswith("- ") else "paragraph"
        content = content.lstrip("#- ").strip()
        above = heading[: depth - 1] if depth else heading
        passages.append(Passage(content, above, None, block, len(text), len(text) + len(content), kind, lead))
        if depth:
            heading = (*above, content)
        text += content + "\n"
    return Document("draft.md", "0" * 64, "markdown", text, tuple(passages))
