"""``guidecheck explain``, ``requirements`` and ``kinds``: what the guidance asks."""

from __future__ import annotations

from pathlib import Path

import click

from checker.commands.console import show_kinds, show_requirement, show_requirements
from checker.knowledge import load


@click.command(short_help="Say what a requirement asks, and which guidance is behind it.")
@click.argument("requirement")
@click.option("--language", default="en", show_default=True, metavar="LANG", help="en, es or fr.")
@click.option(
    "--book",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="GUIDECHECK_BOOK",
    help="The folder of a reference book, to name the page in it; also GUIDECHECK_BOOK.",
)
def explain(requirement: str, language: str, book: Path | None) -> int:
    """Say what a requirement asks, when, and which guidance is behind it.

    \b
    guidecheck explain SOP-07
    guidecheck explain SOP-07 --language fr --book book
    """
    show_requirement(load(), requirement, language, book)
    return 0


@click.command()
@click.option("--kind", metavar="KIND", help="Only those for this kind of draft.")
@click.option("--theme", metavar="THEME", help="Only those of this theme.")
@click.option(
    "--profile",
    default="everything",
    show_default=True,
    metavar="PROFILE",
    help="Only those of this profile: a name or a file.",
)
@click.option("--language", default="en", show_default=True, metavar="LANG", help="en, es or fr.")
def requirements(kind: str | None, theme: str | None, profile: str, language: str) -> int:
    """List requirements.

    \b
    guidecheck requirements --kind sop
    guidecheck requirements --theme sop-and-data --profile handbook-m4 --language es
    """
    show_requirements(load(), kind=kind, theme=theme, profile=profile, language=language)
    return 0


@click.command(short_help="List the kinds of draft.")
@click.option("--language", default="en", show_default=True, metavar="LANG", help="en, es or fr.")
def kinds(language: str) -> int:
    """List the kinds of draft, with the number of requirements for each.

    \b
    guidecheck kinds
    guidecheck kinds --language es
    """
    show_kinds(load(), language)
    return 0
