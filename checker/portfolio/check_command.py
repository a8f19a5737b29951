"""The command that checks a portfolio."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import click

from checker.errors import CallError

_MOST_LINES = 20
"""Failures shown; the summary has all of them."""


@click.command(name="check", short_help="Check any number of descriptions.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--output", "folder", required=True, type=click.Path(path_type=Path, file_okay=False), help="Folder of the results."
)
@click.option(
    "--profile", default="everything", show_default=True, metavar="PROFILE", help="A name, or a file of one's own."
)
@click.option("--scheduler", metavar="ADDRESS", help="A Dask scheduler that runs already, such as tcp://10.0.0.5:8786.")
@click.option("--workers", type=click.IntRange(1), metavar="N", help="Processes here; one a processor unless given.")
@click.option("--memory", default="2GB", show_default=True, metavar="SIZE", help="As much as each worker may take.")
@click.option("--language", metavar="LANG", help="Of documents, and of narratives that name none: en, es or fr.")
@click.option("--all-activities", is_flag=True, help="Of IATI files, all activities, not only those about return.")
@click.option("--elements-only", is_flag=True, help="Of IATI activities, the elements without the texts: much faster.")
def check_command(
    paths: tuple[str, ...],
    folder: Path,
    profile: str,
    scheduler: str | None,
    workers: int | None,
    memory: str,
    language: str | None,
    all_activities: bool,
    elements_only: bool,
) -> int:
    """Check files, folders and patterns: RDF with any number of descriptions, IATI activities, documents, forms.

    The results are two tables, descriptions/ and verdicts/, in Parquet, and portfolio.json. A run that was stopped
    goes on where it was; what has not changed since the last run is not checked again.
    """
    if find_spec("pyarrow") is None:
        raise CallError("portfolios are not installed", remedy="pip install 'guidecheck[portfolio]'")
    from checker.portfolio.progress import Shown
    from checker.portfolio.run import Settings, check_portfolio
    from checker.portfolio.told import Reading

    try:
        with Shown() as shown:
            reading = Reading(language, all_activities, not elements_only)
            found = check_portfolio(paths, folder, Settings(profile, scheduler, workers, memory, reading), shown)
    except KeyboardInterrupt:
        raise KeyboardInterrupt("stopped; the same command goes on from here") from None
    for failure in found.failures[:_MOST_LINES]:
        click.echo(f"guidecheck: {failure.line}", err=True)
    more = len(found.failures) - _MOST_LINES
    if more > 0:
        click.echo(f"guidecheck: and {more} more failures, which {folder / 'portfolio.json'} names", err=True)
    if found.remarks:
        click.echo(f"guidecheck: {len(found.remarks)} contradictions, which portfolio.json names", err=True)
    if found.activities and not all_activities:
        read, taken = (sum(getattr(file, what) for file in found.activities) for what in ("read", "taken"))
        click.echo(f"guidecheck: of {read:,} IATI activities, {taken:,} are about return and reintegration", err=True)
    click.echo(f"wrote {folder}: {found.descriptions:,} descriptions", err=True)
    return max((failure.exit_code for failure in found.failures), default=0)
