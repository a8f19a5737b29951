"""``guidecheck read``: a draft's text as Turtle."""

from __future__ import annotations

from pathlib import Path

import click

from checker.check import Options
from checker.commands.complaints import tell
from checker.errors import CallError, spare
from checker.knowledge import load
from checker.reading import write_description


@click.command(name="read", short_help="Write what a draft's text says as Turtle.")
@click.argument("draft", type=click.Path(path_type=Path))
@click.option("--kind", metavar="KIND", help="Kind of draft; found out unless given.")
@click.option("--language", metavar="LANG", help="Language of the draft: en, es or fr; found out unless given.")
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="DRAFT.ttl, in the current folder, unless given."
)
def read_command(draft: Path, kind: str | None, language: str | None, output: Path | None) -> int:
    """Write what a draft's text, or an IATI file, says as Turtle: a first reading, each statement with its place.

    \b
    guidecheck read sop.docx
    guidecheck read politica.pdf --output politica.ttl
    """
    file = output or Path(f"{draft.stem}.ttl")
    spare(file, [draft])
    if output is None and file.exists():
        raise CallError("the file is there already", where=str(file), remedy=f"give --output {file} to replace it")
    done = write_description(draft, file, load(), Options(kind=kind, language=language))
    tell(f"wrote {done.file}: {done.triples} triples, a first reading that nobody has confirmed")
    return 0
