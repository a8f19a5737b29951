"""The command line: arguments and exit codes, nothing else.

Exit codes: 0 fine, 1 requirements fall short, 2 the input or the call is wrong, 3 the tool failed.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from pathlib import Path

import click

from checker import __version__
from checker.commands.complaints import EXIT_CODES, complain
from checker.errors import GuidecheckError
from checker.knowledge import load
from checker.places import OWN

FINE, WRONG, FAILED = 0, 2, 3
_COMMANDS = {
    "check": ("check", "check_command"),
    "config": ("config", "config"),
    "explain": ("lookups", "explain"),
    "kinds": ("lookups", "kinds"),
    "lsp": ("lsp", "lsp_command"),
    "new": ("new", "new"),
    "portfolio": ("portfolio", "portfolio"),
    "query": ("query", "query_command"),
    "read": ("read", "read_command"),
    "reference": ("reference", "reference"),
    "requirements": ("lookups", "requirements"),
    "send-back": ("send_back", "send_back_command"),
    "serve": ("serve", "serve_command"),
    "store": ("store", "store"),
    "ui": ("ui", "ui_command"),
}
"""The module of each in ``checker.commands`` and its name there, imported when called: a run pays for its own."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"checker.commands.{module}"), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if not args[0].startswith("-") and args[0] not in _COMMANDS:
            raise click.exceptions.NoSuchCommand(args[0], possibilities=_COMMANDS, ctx=ctx)
        return super().resolve_command(ctx, args)


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        _use(context.params.get("folders", ()))
        click.echo(f"guidecheck {__version__}, knowledge {load().digest}")
        context.exit()


def _use(folders: tuple[Path, ...]) -> None:
    """Knowledge of one's own is found by its environment variable wherever it is read."""
    if folders:
        os.environ[OWN] = os.pathsep.join(str(f) for f in folders)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXIT_CODES)
@click.option(
    "--version", is_flag=True, expose_value=False, callback=_version, help="Say the version and the knowledge, and end."
)
@click.option(
    "--knowledge",
    "folders",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Turtle of your own, read beside ours: guidance, requirements, terms. May be given several times.",
)
def cli(folders: tuple[Path, ...]) -> None:
    """Check drafts about the reintegration of returning migrants against published guidance.

    \b
    guidecheck check draft.docx                       a summary in the terminal
    guidecheck check draft.pdf --output report.html   the full report, for the browser
    guidecheck send-back draft.docx --as commented    the draft with Word comments; also a memo, a table
    guidecheck explain SOP-07                         what a requirement asks, and where it comes from
    guidecheck read draft.docx                        what the text says, as Turtle
    guidecheck new programme                          a form to fill in, for whoever knows no RDF
    """
    _use(folders)


def _see(context: click.Context | None) -> str:
    return f" See {context.command_path} --help" if context else ""


def main() -> None:
    """The ``guidecheck`` command. Nearly all that a run makes lives to its end, so garbage is looked for seldom."""
    gc.set_threshold(100_000, 50, 100)
    try:
        code = cli(standalone_mode=False, prog_name="guidecheck")
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        code = WRONG
    except click.UsageError as error:
        complain(f"{error.format_message()}{_see(error.ctx)}")
        code = WRONG
    except click.ClickException as error:
        complain(error.format_message())
        code = WRONG
    except GuidecheckError as error:
        complain(error.line)
        code = error.exit_code
    except (click.exceptions.Abort, KeyboardInterrupt) as stop:
        click.echo(f"guidecheck: {str(stop.__cause__ or stop) or 'stopped'}", err=True)
        code = 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = FINE
    except Exception as error:  # the last resort: a person never sees a traceback
        complain(f"the tool failed ({type(error).__name__}: {error}); set GUIDECHECK_DEBUG=1 for more")
        if os.environ.get("GUIDECHECK_DEBUG"):
            raise
        code = FAILED
    gc.freeze()  # at its end, Python would look through all of it once more
    sys.exit(code if isinstance(code, int) else FINE)
