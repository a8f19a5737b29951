"""The parts of a long draft, in order, before any format: chapters, annexes, tables, footnotes, two columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Literal

from benchmarks.whole.sentences import paragraph, sentences

Kind = Literal["chapter", "section", "text", "item", "table", "columns"]


@dataclass(frozen=True, slots=True)
class Part:
    """``rows`` are those of a table, its header first. ``note`` is a footnote to a text."""

    kind: Kind
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    note: str = ""


HEADER = ("Measure", "Who", "By when", "Remarks")


def parts(seed: int = 7) -> Iterator[Part]:
    """Without end; the maker of a file stops when it has as many pages as it wants."""
    source = sentences(seed)
    for chapter in count(1):
        annex = chapter % 4 == 0
        yield Part("chapter", f"Annex {chapter // 4}. Details" if annex else f"{chapter}. {_title(source)}")
        for section in range(1, 4):
            yield Part("section", f"{chapter}.{section} {_title(source)}")
            for n in range(5):
                yield Part("text", paragraph(source, 5), note=paragraph(source, 1) if n == 2 else "")
            yield from (Part("item", next(source)) for _ in range(4))
        if annex:
            yield Part("table", rows=(HEADER, *(_row(source, n) for n in range(1, 31))))
        else:
            yield Part("columns", "\n".join(paragraph(source, 5) for _ in range(8)))


def _title(source: Iterator[str]) -> str:
    words = next(source).rstrip(".").split()
    return " ".join(words[-4:]).capitalize()


def _row(source: Iterator[str], number: int) -> tuple[str, ...]:
    return f"M{number} {next(source)}", " ".join(next(source).split()[:4]), f"Month {number % 24 + 1}", next(source)
