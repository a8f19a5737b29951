"""The command line: arguments and exit codes, nothing else.

Exit codes: 0 fine, 1 requirements fall short, 2 the input or the call is wrong, 3 the tool failed.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import click

from checker import __version__
from checker.errors import CallError, GuidecheckError, writing
from checker.knowledge import load
from checker.places import OWN
from checker.portfolio_call import portfolio
from checker.query_call import query_command
from checker.reader import ReaderOptions
from checker.reader_call import reader_options
from checker.report import STRENGTHS, Report
from checker.screens import ui_command
from checker.send_back_call import send_back_command
from checker.store_call import store

FINE, FALLS_SHORT, WRONG, FAILED = 0, 1, 2, 3
_BY_ENDING = {".html": "html", ".htm": "html", ".json": "json", ".txt": "text"}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="guidecheck")
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
    if folders:
        os.environ[OWN] = os.pathsep.join(str(f) for f in folders)


@cli.command(name="check")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--kind", metavar="KIND", help="Kind of draft, such as sop or programme; found out unless given.")
@click.option("--language", metavar="LANG", help="Language of the draft: en, es or fr; found out unless given.")
@click.option(
    "--profile", default="everything", show_default=True, help="What to check against: a name, or a file of one's own."
)
@click.option(
    "--format", "format_", metavar="FORMAT", help="text, json or html; follows --output's ending unless given."
)
@click.option("--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the report to this file.")
@click.option(
    "--fail-on",
    type=click.Choice([*STRENGTHS, "never"]),
    default="must",
    show_default=True,
    help="Exit with 1 where a requirement of this strength or a stronger one falls short.",
)
@click.option(
    "--condition",
    "conditions",
    multiple=True,
    metavar="ID=yes|no",
    help="Whether the condition of a requirement holds, where you know better than the draft says.",
)
@click.option(
    "--engine",
    default="auto",
    show_default=True,
    help="Shapes engine: the one that fits the input, or compiled, sets, or pyshacl as reference.",
)
@click.option(
    "--all-activities", is_flag=True, help="Of IATI files, check all activities, not only those about return."
)
@reader_options
def check_command(
    files: tuple[Path, ...],
    kind: str | None,
    language: str | None,
    profile: str,
    format_: str | None,
    output: Path | None,
    fail_on: str,
    conditions: tuple[str, ...],
    engine: str,
    all_activities: bool,
    reader: ReaderOptions | None,
) -> int:
    """Check drafts: Word, PDF, ODT, HTML, Markdown or text, filled forms (XLSX), RDF or IATI files, or folders.

    \b
    guidecheck check sop.docx
    guidecheck check proposal.pdf --kind programme --output report.html
    guidecheck check politica.docx --language es --profile rcm-guide
    guidecheck check activities.xml --output report.html
    guidecheck check drafts/ --format json --output report.json --fail-on should
    guidecheck check sop.docx --reader http://localhost:11434/v1 --reader-model MODEL
    """
    from checker.check import Options, check
    from checker.console import Progress, for_terminal
    from checker.reports import render
    from checker.selection import files_of

    format_name = _format(format_, output)
    knowledge = load()
    options = Options(profile, kind, language, engine, _conditions(conditions), reader, all_activities)
    with Progress() as progress:
        outcome = check(files_of(files), knowledge, options, progress, progress.tell)
    for error in outcome.errors:
        click.echo(f"guidecheck: {error.line}", err=True)
    report = outcome.report
    if reader is not None and reader.preview:
        return max((e.exit_code for e in outcome.errors), default=FINE)
    if report.inputs or not outcome.errors:
        texts = knowledge.interface_texts(report.language)
        in_terminal = format_name == "text" and output is None and sys.stdout.isatty()
        _write(for_terminal(report, texts) if in_terminal else render(report, format_name, texts), output)
    worst = max((e.exit_code for e in outcome.errors), default=FINE)
    return worst or (FALLS_SHORT if _falls_short(report, fail_on) else FINE)


@cli.command()
@click.argument("requirement")
@click.option("--language", default="en", show_default=True, metavar="LANG", help="en, es or fr.")
def explain(requirement: str, language: str) -> int:
    """Say what a requirement asks, when, and which guidance is behind it."""
    from checker.console import show_requirement

    show_requirement(load(), requirement, language)
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


cli.add_command(portfolio)
cli.add_command(query_command)
cli.add_command(store)
cli.add_command(send_back_command)
cli.add_command(ui_command)


def _conditions(given: tuple[str, ...]) -> dict[str, bool]:
    found = {}
    for text in given:
        requirement, _, answer = text.partition("=")
        if answer not in ("yes", "no"):
            raise CallError(f"'{text}' says nothing of a condition", remedy="write --condition DIM-24=yes, or =no")
        found[requirement] = answer == "yes"
    return found


def _format(name: str | None, output: Path | None) -> str:
    from checker.reports import FORMATS
    from checker.selection import one_of

    if name is not None:
        return one_of("format", name, FORMATS)
    if output is None:
        return "text"
    ending = output.suffix.lower()
    if ending not in _BY_ENDING:
        raise CallError(f"no format follows from '{output.name}'", remedy="give --format")
    return _BY_ENDING[ending]


def _write(text: str, output: Path | None) -> None:
    if output is None:
        click.echo(text.rstrip("\n"))
        return
    with writing("the report", output):
        output.write_text(text, encoding="utf-8")
    click.echo(f"wrote {output}", err=True)


def _falls_short(report: Report, fail_on: str) -> bool:
    if fail_on == "never":
        return False
    counted = STRENGTHS[: STRENGTHS.index(fail_on) + 1]
    return any(
        r.strength in counted and r.verdict in ("not-met", "not-stated", "partly-met")
        for i in report.inputs
        for r in i.requirements
    )


def main() -> None:
    """The ``guidecheck`` command. Nearly all that a run makes lives to its end, so garbage is looked for seldom."""
    gc.set_threshold(100_000, 50, 100)
    try:
        code = cli(standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        code = WRONG
    except click.ClickException as error:
        click.echo(f"guidecheck: {error.format_message()}", err=True)
        code = WRONG
    except GuidecheckError as error:
        click.echo(f"guidecheck: {error.line}", err=True)
        code = error.exit_code
    except (click.exceptions.Abort, KeyboardInterrupt) as stop:
        click.echo(f"guidecheck: {str(stop.__cause__ or stop) or 'stopped'}", err=True)
        code = 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = FINE
    except Exception as error:  # the last resort: a person never sees a traceback
        click.echo(
            f"guidecheck: the tool failed ({type(error).__name__}: {error}); set GUIDECHECK_DEBUG=1 for more", err=True
        )
        if os.environ.get("GUIDECHECK_DEBUG"):
            raise
        code = FAILED
    sys.exit(code if isinstance(code, int) else FINE)
