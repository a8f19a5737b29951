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
from checker.complaints import complain
from checker.errors import GuidecheckError
from checker.knowledge import load
from checker.places import OWN

FINE, WRONG, FAILED = 0, 2, 3
_ELSEWHERE = {
    "check": ("checker.check_call", "check_command"),
    "config": ("checker.config_call", "config"),
    "lsp": ("checker.lsp_call", "lsp_command"),
    "portfolio": ("checker.portfolio_call", "portfolio"),
    "query": ("checker.query_call", "query_command"),
    "send-back": ("checker.send_back_call", "send_back_command"),
    "serve": ("checker.serve_call", "serve_command"),
    "store": ("checker.store_call", "store"),
    "ui": ("checker.screens", "ui_command"),
}
"""Commands of modules of their own, imported when they are called: a run pays for its own command alone."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted({*super().list_commands(ctx), *_ELSEWHERE})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in _ELSEWHERE and cmd_name not in self.commands:
            module, name = _ELSEWHERE[cmd_name]
            self.add_command(getattr(import_module(module), name))
        return super().get_command(ctx, cmd_name)


def _version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        _use(context.params.get("folders", ()))
        click.echo(f"guidecheck {__version__}, knowledge {load().digest}")
        context.exit()


def _use(folders: tuple[Path, ...]) -> None:
    """Knowledge of one's own is found by its environment variable wherever it is read."""
    if folders:
        os.environ[OWN] = os.pathsep.join(str(f) for f in folders)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
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


@cli.command()
@click.argument("requirement")
@click.option("--language", default="en", show_default=True, metavar="LANG", help="en, es or fr.")
@click.option(
    "--book",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="GUIDECHECK_BOOK",
    help="The folder of a reference book, to name the page in it; also GUIDECHECK_BOOK.",
)
def explain(requirement: str, language: str, book: Path | None) -> int:
    """Say what a requirement asks, when, and which guidance is behind it."""
    from checker.console import show_requirement

    show_requirement(load(), requirement, language, book)
    return FINE


@cli.command()
@click.option("--kind", metavar="KIND", help="Only those for this kind of draft.")
@click.option("--theme", metavar="THEME", help="Only those of this theme.")
@click.option("--profile", default="everything", show_default=True, help="Only those of this profile.")
@click.option("--language", default="en", show_default=True, metavar="LANG", help="en, es or fr.")
def requirements(kind: str | None, theme: str | None, profile: str, language: str) -> int:
    """List requirements."""
    from checker.console import show_requirements

    show_requirements(load(), kind=kind, theme=theme, profile=profile, language=language)
    return FINE


@cli.command()
@click.argument("kind")
@click.option("--language", default="en", show_default=True, metavar="LANG", help="en, es or fr.")
@click.option(
    "--profile", default="everything", show_default=True, help="Only what this profile asks: a name or a file."
)
@click.option("--theme", "themes", multiple=True, metavar="THEME", help="Only this theme; may be given several times.")
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="KIND.xlsx unless given; .ttl for Turtle."
)
def new(kind: str, language: str, profile: str, themes: tuple[str, ...], output: Path | None) -> int:
    """Write a form to fill in for a kind of draft: a workbook with questions, or a Turtle skeleton.

    \b
    guidecheck new programme --language es --theme sop-and-data
    guidecheck new sop --output sop.ttl
    guidecheck check programme.xlsx
    """
    from checker.new import write_start

    file = output or Path(f"{kind}.xlsx")
    done = write_start(file, kind, load(), language=language, profile=profile, themes=themes)
    click.echo(f"wrote {done.file}: {done.requirements} requirements, {done.questions} questions", err=True)
    return FINE


@cli.command(name="read")
@click.argument("draft", type=click.Path(path_type=Path))
@click.option("--kind", metavar="KIND", help="Kind of draft; found out unless given.")
@click.option("--language", metavar="LANG", help="Language of the draft: en, es or fr; found out unless given.")
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="DRAFT.ttl, in the current folder, unless given."
)
def read_command(draft: Path, kind: str | None, language: str | None, output: Path | None) -> int:
    """Write what a draft's text, or an IATI file, says as Turtle: a first reading, each statement with its place.

    \b
    guidecheck read sop.docx
    guidecheck read politica.pdf --output politica.ttl
    """
    from checker.check import Options
    from checker.reading import write_description

    done = write_description(draft, output or Path(f"{draft.stem}.ttl"), load(), Options(kind=kind, language=language))
    click.echo(f"wrote {done.file}: {done.triples} triples, a first reading that nobody has confirmed", err=True)
    return FINE


@cli.command()
@click.option("--language", default="en", show_default=True, metavar="LANG", help="en, es or fr.")
def kinds(language: str) -> int:
    """List the kinds of draft, with the number of requirements for each."""
    from checker.console import show_kinds

    show_kinds(load(), language)
    return FINE


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path))
def reference(folder: Path) -> int:
    """Write the reference book: requirements, guidance and vocabulary as pages for the browser, in every language.

    \b
    guidecheck reference book
    guidecheck --knowledge our-guidance reference book
    """
    from checker.reference import write_book

    done = write_book(folder, load())
    click.echo(f"wrote {done.folder}: {done.pages} pages; open {done.folder / 'index.html'}", err=True)
    return FINE


def main() -> None:
    """The ``guidecheck`` command. Nearly all that a run makes lives to its end, so garbage is looked for seldom."""
    gc.set_threshold(100_000, 50, 100)
    try:
        code = cli(standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
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
