"""Errors as a terminal is told of them."""

from __future__ import annotations

import click

from checker.reports.display import visible


def complain(line: str) -> None:
    """File names and quotes may hold what a terminal takes for commands."""
    click.echo(f"guidecheck: {visible(line)}", err=True)
