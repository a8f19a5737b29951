"""The commands on many descriptions at once."""

from __future__ import annotations

import click

from checker.portfolio.report_command import report_command


@click.group()
def portfolio() -> None:
    """Check many descriptions at once, and see what they cover together."""


portfolio.add_command(report_command)
