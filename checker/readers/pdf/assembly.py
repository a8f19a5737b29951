"""From the pages of a PDF to blocks: paragraphs and tables in order, headings and footnotes in place."""

from __future__ import annotations

from collections.abc import Sequence

from checker.readers.blocks import Block, row_text
from checker.readers.markers import is_caption, is_contents_entry, is_item, strip_bullet
from checker.readers.pdf.headings import Line, find_headings
from checker.readers.pdf.joining import Vocabulary, join
from checker.readers.pdf.layout import Fragment, Page
from checker.readers.pdf.paragraphs import Paragraph, join_broken, merge_level, paragraphs
from checker.readers.pdf.rows import Table, append, continues, table_of
from checker.readers.pdf.tables import Grid, split

Piece = Paragraph | Table


class Flow:
    """``size`` and ``pitch`` are the font size and the line step of the body."""

    def __init__(self, pages: Sequence[Page], size: float, pitch: float) -> None:
        self.contents = 0
        self._size = size
        self._pitch = pitch
        self._pages = pages
        self._vocabulary = Vocabulary(fragment for page in pages for fragment in page.fragments)

    def blocks(self, bookmarks: Sequence[tuple[int, int, str]]) -> list[Block]:
        pieces = self._pieces()
        texts = [join(piece.lines, self._vocabulary) if isinstance(piece, Paragraph) else "" for piece in pieces]
        lines = [
            Line(text, piece.page, piece.size, piece.bold)
            for piece, text in zip(pieces, texts, strict=True)
            if isinstance(piece, Paragraph)
        ]
        find_headings(lines, bookmarks, self._size)
        levels = iter(lines)
        blocks: list[Block] = []
        footnotes = {page.number: page.notes for page in self._pages if page.notes}
        for piece, text in zip(pieces, texts, strict=True):
            start = piece.page if isinstance(piece, Paragraph) else piece.rows[0].page
            for number in [number for number in footnotes if number < start]:
                blocks += self._footnotes(footnotes.pop(number), number)
            if isinstance(piece, Table):
                blocks += self._table(piece)
            else:
                blocks += self._paragraph(piece, text, next(levels).level)
        for number, notes in footnotes.items():
            blocks += self._footnotes(notes, number)
        return blocks

    def _pieces(self) -> list[Piece]:
        """Paragraphs are joined over breaks only where no table stands between them."""
        pieces: list[Piece] = []
        for page in self._pages:
            plain: list[Fragment] = []
            last = pieces[-1] if pieces else None
            table = last if isinstance(last, Table) and last.last_page == page.number - 1 else None
            header = table.opening if table and table.header else []
            for item in [*split(page.fragments, page.rules, header, table.columns if table else []), None]:
                if isinstance(item, Fragment):
                    plain.append(item)
                    continue
                if plain:
                    self._extend(pieces, paragraphs(merge_level(plain), page.number, self._pitch))
                    plain = []
                if item is not None:
                    self._add_table(pieces, item, page)
        return pieces

    def _extend(self, pieces: list[Piece], new: list[Paragraph]) -> None:
        last = pieces.pop() if pieces and isinstance(pieces[-1], Paragraph) else None
        pieces += join_broken([last, *new] if isinstance(last, Paragraph) else new)

    def _add_table(self, pieces: list[Piece], grid: Grid, page: Page) -> None:
        table = table_of(grid, page.number, page.rules)
        last = pieces[-1] if pieces else None
        if isinstance(last, Table) and continues(last, grid, page.number):
            append(last, table)
        else:
            pieces.append(table)

    def _paragraph(self, piece: Paragraph, text: str, level: int | None) -> list[Block]:
        if level is not None:
            return [Block(text, "heading", level=level, page=piece.page)]
        if is_contents_entry(text):
            self.contents += 1
            return []
        if is_caption(text):
            return [Block(text, "caption", page=piece.page)]
        bare = strip_bullet(text)
        if bare is not None or is_item(text):
            return [Block(bare or text, "list-item", page=piece.page)]
        return [Block(text, page=piece.page)]

    def _table(self, table: Table) -> list[Block]:
        texts = [row_text(cells) for cells in table.texts(self._vocabulary)]
        if self._is_contents(table):
            self.contents += 1
            return []
        header = texts[0] if table.header else ""
        return [
            Block(text, "table-row", page=row.page, lead=header if index or not header else "")
            for index, (row, text) in enumerate(zip(table.rows, texts, strict=True))
        ]

    def _is_contents(self, table: Table) -> bool:
        """Titles on the left, growing page numbers on the right."""
        if len(table.columns) < 2 or len(table.rows) < 5:
            return False
        numbers = [" ".join(f.text for f in row.cells[-1]) for row in table.rows]
        digits = [int(number) for number in numbers if number.isdigit() and len(number) < 4]
        return len(digits) > 0.9 * len(numbers) and digits == sorted(digits)

    def _footnotes(self, notes: Sequence[Sequence[Fragment]], page: int) -> list[Block]:
        return [Block(join(lines, self._vocabulary), "footnote", page=page) for lines in notes]
