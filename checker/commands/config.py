"""``guidecheck config``: which settings hold, and where they come from."""

from __future__ import annotations

from pathlib import Path

import click

from checker.config import config_file, effective
from checker.config.showing import as_toml
from checker.unseen import one_line


@click.group(short_help="Show settings, and where they come from.")
def config() -> None:
    """Settings from guidecheck.toml, pyproject.toml and the environment."""


@config.command(short_help="Show each setting, and where it comes from.")
@click.argument("path", required=False, type=click.Path(path_type=Path, exists=True))
def show(path: Path | None) -> int:
    """Show each setting that holds for a file or folder, and where it comes from; the output is TOML.

    \b
    guidecheck config show
    guidecheck config show data/a.ttl
    """
    file = config_file([path or Path.cwd()])
    click.echo(f"# {one_line(str(file.path))}" if file else "# no guidecheck.toml and no [tool.guidecheck] above it")
    click.echo(as_toml(effective(file)))
    return 0
