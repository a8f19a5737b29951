"""The commands on the store of reviews."""

from __future__ import annotations

from getpass import getuser
from pathlib import Path

import click

from checker.commands.complaints import tell
from checker.errors import InputError, writing

_ALL = "all"
_MOST_TOTAL = 64 * 2**30
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group()
@click.option(
    "--store",
    "place",
    metavar="PLACE",
    help="A folder, or the address of a SPARQL 1.1 server; GUIDECHECK_STORE unless given.",
)
@click.pass_context
def store(context: click.Context, place: str | None) -> None:
    """Back up, bring back and check reviews.

    \b
    guidecheck store export backup.zip                     every review, as one file
    guidecheck store export --review urn:uuid:... one.zip  one of them
    guidecheck store import backup.zip
    guidecheck store verify
    """
    context.obj = place


@store.command(name="export")
@click.argument("file", type=_FILE)
@click.option(
    "--review",
    "reviews",
    multiple=True,
    default=(_ALL,),
    metavar="ID",
    show_default="all",
    help="Only this review; may be given several times.",
)
@click.pass_obj
def export_command(place: str | None, file: Path, reviews: tuple[str, ...]) -> int:
    """Write reviews with their drafts and decisions to one file."""
    from checker.reviews.opening import open_store

    kept = open_store(place)
    wanted = [header.id for header in kept.headers()] if _ALL in reviews else [_id(review) for review in reviews]
    if not wanted:
        raise InputError("the store holds no reviews, so there is nothing to export")
    beside = file.with_name(f"{file.name}.part")
    try:
        with writing("the file", file), beside.open("wb") as stream:
            kept.export_to(stream, wanted, getuser())
        with writing("the file", file):
            beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
    tell(f"wrote {file}: {_counted(len(wanted))}")
    return 0


@store.command(name="import")
@click.argument("file", type=_FILE)
@click.pass_obj
def import_command(place: str | None, file: Path) -> int:
    """Bring in what was exported. What is here already stays; decisions are added to it."""
    from checker.reviews.opening import open_store

    try:
        with file.open("rb") as stream:
            headers = open_store(place).import_from(stream, getuser(), _MOST_TOTAL)
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror})", where=str(file), remedy="check the path") from error
    tell(f"imported {file}: {_counted(len(headers))}")
    return 0


@store.command(name="verify", short_help="Look whether every review is whole.")
@click.pass_obj
def verify_command(place: str | None) -> int:
    """Look whether every review is whole and every file is there; exit with 1 where not."""
    from checker.reviews.opening import open_store

    kept = open_store(place)
    troubles = kept.verify()
    for trouble in troubles:
        click.echo(trouble)
    if not troubles:
        click.echo(f"{_counted(len(kept.headers()))}, all whole", err=True)
    return 1 if troubles else 0


def _id(review: str) -> str:
    return review if review.startswith("urn:") else f"urn:uuid:{review}"


def _counted(reviews: int) -> str:
    return f"{reviews} review{'' if reviews == 1 else 's'}"
