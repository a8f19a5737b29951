"""Writes docs/reference/command-line.md from the commands themselves: python -m docs.site.command_line"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from checker.cli import cli

PAGE = Path(__file__).resolve().parents[1] / "reference" / "command-line.md"
HEAD = """# Command line

What `guidecheck COMMAND --help` says.
"""


def commands(command: click.Command, context: click.Context) -> Iterator[tuple[click.Command, click.Context]]:
    """A command and all below it, in the order of --help."""
    yield command, context
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below and not below.hidden:
                inner = click.Context(below, info_name=name, parent=context, terminal_width=100)
                yield from commands(below, inner)


def written() -> str:
    """The page."""
    root = click.Context(cli, info_name="guidecheck", terminal_width=100, help_option_names=["-h", "--help"])
    parts = [HEAD]
    for command, context in commands(cli, root):
        text = re.sub(r"[ \t]+$", "", command.get_help(context), flags=re.MULTILINE)
        parts.append(f"## {context.command_path}\n\n```text\n{text}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(written(), "utf-8")
