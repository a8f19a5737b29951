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


FILLER = (
    "# House rules",
    "The office opens at eight.",
    "The building has two floors.",
    "A car is shared with the depot.",
    "Lunch is at noon.",
    "Keys hang by the door.",
    "The lift is cleaned on Mondays.",
    "Lamps are switched off at night.",
    "Rain water runs into the yard.",
    "The clock in the hall is slow.",
    "Chairs are stacked after use.",
    "# Grounds",
    "The hall seats forty.",
    "Parking is behind the depot.",
    "Bicycles stand under the roof.",
    "The garden is watered in summer.",
    "Trees along the wall are old.",
    "The gate is painted green.",
    "Birds nest above the window.",
    "The path is swept in autumn.",
    "Snow is cleared before eight.",
    "The fence was mended with wire.",
    "# Kitchen",
    "Tea is served at four.",
    "Cups are kept on the shelf.",
    "The oven takes an hour to heat.",
    "Bread comes from the bakery.",
    "The tap drips when it is cold.",
    "Spoons are counted on Fridays.",
)
"""Sentences about nothing that is asked: what stands out can only do so among others."""
