"""``guidecheck reference``: the book of all that is known."""

from __future__ import annotations

from pathlib import Path

import click

from checker.commands.complaints import tell
from checker.knowledge import load
from checker.reference import write_book


@click.command(short_help="Write the reference book, pages for the browser.")
@click.argument("folder", type=click.Path(path_type=Path))
def reference(folder: Path) -> int:
    """Write the reference book: requirements, guidance and vocabulary as pages for the browser, in every language.

    \b
    guidecheck reference book
    guidecheck --knowledge our-guidance reference book
    """
    done = write_book(folder, load())
    tell(f"wrote {done.folder}: {done.pages} pages; open {done.folder / 'index.html'}")
    return 0
