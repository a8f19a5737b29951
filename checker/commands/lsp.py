"""``guidecheck lsp``: the server that editors start."""

from __future__ import annotations

from importlib.util import find_spec

import click

from checker.errors import CallError
from checker.knowledge import load
from checker.profiles import profile_of
from checker.selection import one_of


@click.command(name="lsp", short_help="Check Turtle while it is written: a server for editors.")
@click.option(
    "--profile", metavar="PROFILE", help="What to check against: a name, or a file; else as the project's settings say."
)
@click.option("--kind", metavar="KIND", help="Kind of draft, such as sop or programme; found out unless given.")
@click.option("--language", metavar="LANG", help="Language of the draft and of what is told: en, es or fr.")
def lsp_command(profile: str | None, kind: str | None, language: str | None) -> int:
    """Check Turtle drafts while they are written: a language server on standard input and output, for editors.

    docs/how-to/use-in-an-editor.md says how editors are told of it.
    """
    if find_spec("pygls") is None:
        raise CallError("the language server is not installed", remedy="pip install 'guidecheck[lsp]'")
    from checker.lsp.server import server
    from checker.lsp.settings import Asked

    knowledge = load()
    if profile:
        profile_of(profile, knowledge)
    if kind:
        one_of("kind", kind, knowledge.kinds)
    if language:
        one_of("language", language, knowledge.languages)
    server(knowledge, Asked(profile, kind, language)).start_io()
    return 0
