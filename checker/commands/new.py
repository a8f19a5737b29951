"""``guidecheck new``: a form to start from."""

from __future__ import annotations

from pathlib import Path

import click

from checker.commands.complaints import tell
from checker.knowledge import load
from checker.new import write_start


@click.command(short_help="Write a form to fill in, or a Turtle skeleton.")
@click.argument("kind")
@click.option("--language", default="en", show_default=True, metavar="LANG", help="en, es or fr.")
@click.option(
    "--profile",
    default="everything",
    show_default=True,
    metavar="PROFILE",
    help="Only what this profile asks: a name or a file.",
)
@click.option("--theme", "themes", multiple=True, metavar="THEME", help="Only this theme; may be given several times.")
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="KIND.xlsx unless given; .ttl for Turtle."
)
def new(kind: str, language: str, profile: str, themes: tuple[str, ...], output: Path | None) -> int:
    """Write a form to fill in for a kind of draft: a workbook with questions, or a Turtle skeleton.

    \b
    guidecheck new programme --language es --theme sop-and-data
    guidecheck new sop --output sop.ttl
    guidecheck check programme.xlsx
    """
    file = output or Path(f"{kind}.xlsx")
    done = write_start(file, kind, load(), language=language, profile=profile, themes=themes)
    tell(f"wrote {done.file}: {done.requirements} requirements, {done.questions} questions")
    return 0
