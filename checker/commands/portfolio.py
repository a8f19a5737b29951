"""The commands on many descriptions at once."""

from __future__ import annotations

import click

from checker.portfolio.check_command import check_command
from checker.portfolio.report_command import report_command


@click.group(short_help="Check thousands of descriptions at once.")
def portfolio() -> None:
    """Check thousands of descriptions at once, and see what they cover together.

    \b
    guidecheck portfolio check data/ --output results
    guidecheck portfolio check 'data/**/*.ttl' --output results --workers 8
    guidecheck portfolio check data/ --output /shared/results --scheduler tcp://10.0.0.5:8786
    guidecheck portfolio report results --output report.html
    """


portfolio.add_command(check_command)
portfolio.add_command(report_command)
