"""``guidecheck serve``: checks over HTTP."""

from __future__ import annotations

import os
from importlib.util import find_spec

import click

from checker.errors import CallError

_NEEDED = ("fastapi", "python_multipart", "uvicorn")


@click.command(name="serve", short_help="Check drafts over HTTP.")
@click.option("--port", default=8400, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--address", default="127.0.0.1", show_default=True, help="Beyond this computer only with a token.")
@click.option("--megabytes", default=50.0, show_default=True, type=click.FloatRange(0, 1000), help="Largest upload.")
@click.option("--running", default=2, show_default=True, type=click.IntRange(1, 64), help="Checks at once.")
@click.option("--waiting", default=8, show_default=True, type=click.IntRange(0, 1000), help="Checks in the queue.")
@click.option("--seconds", default=300.0, show_default=True, type=click.FloatRange(1), help="Longest check.")
@click.option("--minutes", default=60.0, show_default=True, type=click.FloatRange(0), help="How long reports are kept.")
@click.option(
    "--drain", default=25.0, show_default=True, type=click.FloatRange(0), help="Seconds to end in, after SIGTERM."
)
def serve_command(
    port: int,
    address: str,
    megabytes: float,
    running: int,
    waiting: int,
    seconds: float,
    minutes: float,
    drain: float,
) -> int:
    """Check drafts over HTTP: post a draft, a form or RDF, fetch the report.

    \b
    guidecheck serve
    GUIDECHECK_SERVE_TOKEN=$(openssl rand -hex 24) guidecheck serve --address 0.0.0.0
    curl -F file=@sop.docx -F format=html 'http://127.0.0.1:8400/checks?wait=60'
    """
    if any(find_spec(name) is None for name in _NEEDED):
        raise CallError("the server is not installed", remedy="pip install 'guidecheck[serve]'")
    from checker.knowledge import load
    from checker.readers.unplugged import can_unplug
    from checker.serving.app import made
    from checker.serving.jobs import Jobs
    from checker.serving.limits import Limits
    from checker.serving.listening import TOKEN, checked_token, listen

    token = checked_token(address, os.environ.pop(TOKEN, ""))  # those that parse are not given it
    if not can_unplug():
        click.echo("guidecheck: this system cannot cut parsers off the network; see docs/threat-model.md", err=True)
    jobs = Jobs(Limits(megabytes, running, waiting, seconds=seconds, kept_seconds=minutes * 60))
    try:
        app = made(load(), jobs, token)
        listen(app, jobs, address, port, lambda at: click.echo(f"listening on {at}", err=True), drain=drain)
    finally:
        jobs.close()
    return 0
