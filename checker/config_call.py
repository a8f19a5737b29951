"""``guidecheck config``: which settings hold, and where they come from."""

from __future__ import annotations

from pathlib import Path

import click

from checker.config import config_file, effective
from checker.config.showing import as_toml
from checker.unseen import one_line


@click.group()
def config() -> None:
    """Settings from guidecheck.toml, pyproject.toml and the environment."""


@config.command()
@click.argument("path", required=False, type=click.Path(path_type=Path, exists=True))
def show(path: Path | None) -> int:
    """Show each setting that holds for a file or folder, and where it comes from; the output is TOML."""
    file = config_file([path or Path.cwd()])
    click.echo(f"# {one_line(str(file.path))}" if file else "# no guidecheck.toml and no [tool.guidecheck] above it")
    click.echo(as_toml(effective(file)))
    return 0
