"""Errors as a terminal is told of them."""

from __future__ import annotations

import click

from checker.reports.display import visible

EXIT_CODES = "Exit codes: 0 fine, 1 requirements fall short, 2 the input or the call is wrong, 3 the tool failed."


def complain(line: str) -> None:
    """File names and quotes may hold what a terminal takes for commands."""
    click.echo(f"guidecheck: {visible(line)}", err=True)


def tell(line: str) -> None:
    """What was done, on standard error, where names can be what somebody else chose, too."""
    click.echo(visible(line), err=True)
