"""``guidecheck check``: what is checked, what is written where, and what the command ends with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from checker.commands.check_run import Run, Written
from checker.commands.complaints import EXIT_CODES
from checker.commands.policy_options import Policing, from_settings, policy_options
from checker.commands.reader_options import reader_options
from checker.errors import CallError
from checker.globs import rooted
from checker.knowledge import load
from checker.reader import ReaderOptions
from checker.report import STRENGTHS

_ORDER, _SAID = "checker.commands.check.order", "checker.commands.check.said"


class _InOrder(click.Command):
    """Takes what settings say before what the call says, and keeps the order of --format and --output.

    The function behind it says what is to be run, so that the same call can be understood anew once settings change.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta[_SAID] = tuple(args)
        args = from_settings(self, ctx, args)
        *_, order = self.make_parser(ctx).parse_args(list(args))
        ctx.meta[_ORDER] = tuple(parameter.name for parameter in order)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> int:
        run: Run = super().invoke(ctx)
        if not ctx.params["watch"]:
            return run.once().code
        from checker.commands.watch import watch_files

        said, parent = ctx.meta[_SAID], ctx.parent
        return watch_files(run, lambda: self.run_of(said, parent))

    def run_of(self, said: Sequence[str], parent: click.Context | None) -> Run:
        """What a call asks for as settings are now. Raises what a call raises."""
        with self.make_context("check", list(said), parent=parent) as context:
            run: Run = super().invoke(context)
            return run


@click.command(
    name="check", cls=_InOrder, epilog=EXIT_CODES, short_help="Check drafts: documents, forms, RDF, IATI; also folders."
)
@click.argument("files", nargs=-1, required=True, metavar="FILES...", type=click.Path(path_type=Path))
@click.option("--kind", metavar="KIND", help="Kind of draft, such as sop or programme; found out unless given.")
@click.option(
    "--language",
    metavar="LANG",
    help="Language of the draft, and of what is said of it: en, es or fr; found out unless given.",
)
@click.option(
    "--profile",
    default="everything",
    show_default=True,
    metavar="PROFILE",
    help="What to check against: a name, or a file of one's own.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="FORMAT",
    help="text, html, json, markdown, csv, sarif, junit, github, gitlab, earl or shacl: for the --output that follows, "
    "or else for standard output. May be given several times.",
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a report to this file, in the format before it or that of its ending. May be given several times.",
)
@click.option(
    "--show",
    type=click.Choice(["must", "should", "all"]),
    default="all",
    show_default=True,
    help="Show requirements of this strength and stronger ones only; --fail-on still looks at all.",
)
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
    metavar="ENGINE",
    default="auto",
    show_default=True,
    help="Shapes engine: the one that fits the input, or compiled, sets, or pyshacl as reference.",
)
@click.option(
    "--all-activities", is_flag=True, help="Of IATI files, check all activities, not only those about return."
)
@click.option(
    "--watch",
    is_flag=True,
    help="Stay, check again what changes, and say which issues are new or gone; Ctrl-C ends it.",
)
@policy_options
@reader_options
@click.pass_context
def check_command(
    context: click.Context,
    files: tuple[Path, ...],
    kind: str | None,
    language: str | None,
    profile: str,
    formats: tuple[str, ...],
    outputs: tuple[Path, ...],
    show: str,
    fail_on: str,
    conditions: tuple[str, ...],
    engine: str,
    all_activities: bool,
    watch: bool,
    policing: Policing,
    reader: ReaderOptions | None,
) -> Run:
    """Check drafts: Word, PDF, ODT, HTML, Markdown or text, filled forms (XLSX), RDF or IATI files, or folders.
    Without FILES, what the project's settings name.

    \b
    guidecheck check sop.docx
    guidecheck check proposal.pdf --kind programme --output report.html
    guidecheck check politica.docx --language es --profile rcm-guide
    guidecheck check activities.xml --output report.html
    guidecheck check data/ --output report.sarif --output report.xml --format github
    guidecheck check drafts/ --output report.csv --show must --fail-on should
    guidecheck check sop.docx --reader http://localhost:11434/v1 --reader-model MODEL
    """
    from checker.check import Options

    wanted = written(context.meta[_ORDER], formats, outputs)
    knowledge = load()
    options = Options(profile, kind, language, engine, _conditions(conditions), reader, all_activities)
    return Run(files, wanted, show, fail_on, options, policing, knowledge)


def written(order: Iterable[str], formats: Sequence[str], outputs: Sequence[Path]) -> tuple[Written, ...]:
    """What is written where: a format goes to the output after it, or to standard output. Raises CallError."""
    from checker.reports import FORMATS, format_of
    from checker.selection import one_of

    names, places = iter(formats), iter(outputs)
    found: list[Written] = []
    waiting: str | None = None
    for option in (*order, "formats"):
        if option == "formats":
            found += [Written(waiting, None)] if waiting else []
            waiting = name if (name := next(names, None)) is None else one_of("format", name, FORMATS)
        elif option == "outputs":
            output = next(places)
            found.append(Written(waiting or format_of(output.name), output))
            waiting = None
    printed = [one.format for one in found if one.output is None]
    if len(printed) > 1:
        raise CallError(
            f"{' and '.join(printed)} would both go to standard output", remedy="give all but one an --output"
        )
    files = [rooted(one.output) for one in found if one.output]
    if twice := next((file for file in files if files.count(file) > 1), None):
        raise CallError("two formats would go to one file", where=twice.name, remedy="name another file")
    return tuple(found) or (Written("text", None),)


def _conditions(given: tuple[str, ...]) -> dict[str, bool]:
    found = {}
    for text in given:
        requirement, _, answer = text.partition("=")
        if answer not in ("yes", "no"):
            raise CallError(f"'{text}' says nothing of a condition", remedy="write --condition DIM-24=yes, or =no")
        found[requirement] = answer == "yes"
    return found
