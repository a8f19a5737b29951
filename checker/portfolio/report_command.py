"""``guidecheck portfolio report``: arguments only."""

from __future__ import annotations

from pathlib import Path

import click

from checker.errors import CallError, writing

_FORMS = ("html", "xlsx", "parquet", "csv")


@click.command(name="report", short_help="Show what a portfolio covers.")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="A file that ends in .html or .xlsx, or a folder for plain tables.",
)
@click.option("--format", "form", type=click.Choice(_FORMS), help="Follows --output's ending; parquet for a folder.")
@click.option("--language", default="en", show_default=True, metavar="LANG", help="en, es or fr.")
@click.option("--memory", default="2GB", show_default=True, help="The most that reckoning may hold.")
def report_command(folder: Path, output: Path, form: str | None, language: str, memory: str) -> int:
    """Show what a portfolio covers: a page for the browser, a workbook, or plain tables.

    \b
    guidecheck portfolio report results --output report.html
    guidecheck portfolio report results --output report.xlsx --language es
    guidecheck portfolio report results --output tables --format csv
    """
    from checker.knowledge import load
    from checker.portfolio.seen.book import write_book
    from checker.portfolio.seen.folder import open_portfolio
    from checker.portfolio.seen.html import render
    from checker.portfolio.seen.plain import Form, write_plain
    from checker.selection import one_of

    knowledge = load()
    language = one_of("language", language, tuple(knowledge.languages))
    form = form or _form(output)
    with open_portfolio(folder, memory, output) as portfolio:
        if form == "html":
            text = render(portfolio, knowledge, language)
            with writing("the report", output):
                output.write_text(text, encoding="utf-8")
        elif form == "xlsx":
            write_book(portfolio, output, knowledge, language)
        else:
            plain: Form = "csv" if form == "csv" else "parquet"
            write_plain(portfolio, output, plain)
    click.echo(f"wrote {output}", err=True)
    return 0


def _form(output: Path) -> str:
    ending = output.suffix.lower()
    by_ending = {".html": "html", ".htm": "html", ".xlsx": "xlsx", "": "parquet"}
    if output.is_dir() or ending in by_ending:
        return "parquet" if output.is_dir() else by_ending[ending]
    raise CallError(f"no format follows from '{output.name}'", remedy="end it in .html or .xlsx, or give --format")
