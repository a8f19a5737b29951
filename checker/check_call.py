"""``guidecheck check``: what is checked, what is written where, and what the command ends with."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.complaints import complain
from checker.errors import CallError, GuidecheckError, writing
from checker.knowledge import Knowledge, load
from checker.policy_call import Policing, from_settings, policy_options
from checker.reader import ReaderOptions
from checker.reader_call import reader_options
from checker.report import STRENGTHS, Failed, Report

if TYPE_CHECKING:
    from checker.check import Options, Outcome

FINE, FALLS_SHORT, WRONG = 0, 1, 2
_ORDER = "checker.check_call.order"
_LINE = re.compile(r"^(.*?):(\d+)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Written:
    """A format, and the file that it goes to; None is standard output."""

    format: str
    output: Path | None


class _InOrder(click.Command):
    """Takes what settings say before what the call says, and keeps the order of --format and --output."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        args = from_settings(self, ctx, args)
        *_, order = self.make_parser(ctx).parse_args(list(args))
        ctx.meta[_ORDER] = tuple(parameter.name for parameter in order)
        return super().parse_args(ctx, args)


@click.command(name="check", cls=_InOrder)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--kind", metavar="KIND", help="Kind of draft, such as sop or programme; found out unless given.")
@click.option("--language", metavar="LANG", help="Language of the draft: en, es or fr; found out unless given.")
@click.option(
    "--profile", default="everything", show_default=True, help="What to check against: a name, or a file of one's own."
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
    default="auto",
    show_default=True,
    help="Shapes engine: the one that fits the input, or compiled, sets, or pyshacl as reference.",
)
@click.option(
    "--all-activities", is_flag=True, help="Of IATI files, check all activities, not only those about return."
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
    policing: Policing,
    reader: ReaderOptions | None,
) -> int:
    """Check drafts: Word, PDF, ODT, HTML, Markdown or text, filled forms (XLSX), RDF or IATI files, or folders.

    \b
    guidecheck check sop.docx
    guidecheck check proposal.pdf --kind programme --output report.html
    guidecheck check politica.docx --language es --profile rcm-guide
    guidecheck check activities.xml --output report.html
    guidecheck check data/ --output report.sarif --output report.xml --format github
    guidecheck check drafts/ --output report.csv --show must --fail-on should
    guidecheck check sop.docx --reader http://localhost:11434/v1 --reader-model MODEL
    """
    from checker.check import Options, check
    from checker.console import Progress

    wanted = written(context.meta[_ORDER], formats, outputs)
    knowledge = load()
    options = Options(profile, kind, language, engine, _conditions(conditions), reader, all_activities)
    chosen = policing.files(files)
    with Progress() as progress:
        outcome = check(chosen, knowledge, options, progress, progress.tell, again=not policing.cache)
    for error in outcome.errors:
        complain(error.line)
    worst = max((e.exit_code for e in outcome.errors), default=FINE)
    if reader is not None and reader.preview:
        return worst
    judged = policing.judged(outcome, files, chosen, options, knowledge)
    outcome = replace(outcome, report=judged.report)
    shown = _shown(outcome, wanted, chosen, show, knowledge, options, again=not policing.cache)
    for one in wanted:
        if shown.inputs or not outcome.errors or one.output or one.format == "github":
            _write(shown, one, knowledge)
    worst = worst or (WRONG if judged.too_silent else FINE)
    return worst or (FALLS_SHORT if falls_short(outcome.report, fail_on) else FINE)


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
    files = [one.output.absolute() for one in found if one.output]
    if twice := next((file for file in files if files.count(file) > 1), None):
        raise CallError("two formats would go to one file", where=twice.name, remedy="name another file")
    return tuple(found) or (Written("text", None),)


def falls_short(report: Report, fail_on: str) -> bool:
    """True where a requirement as strong as that, or stronger, is not met in full and counts."""
    if fail_on == "never":
        return False
    counted = STRENGTHS[: STRENGTHS.index(fail_on) + 1]
    return any(r.strength in counted and r.counts for i in report.inputs for r in i.requirements)


def _shown(
    outcome: Outcome,
    wanted: Iterable[Written],
    files: Iterable[Path],
    show: str,
    knowledge: Knowledge,
    options: Options,
    *,
    again: bool,
) -> Report:
    """The report as it is shown: the strengths asked for, places where a format has them, what could not be checked."""
    from checker.reports import WITHOUT_PLACES

    inputs = outcome.report.inputs
    if any(one.format not in WITHOUT_PLACES for one in wanted):
        from checker.placing import with_places

        inputs = with_places(inputs, knowledge, options, again=again)
    if show != "all":
        kept = STRENGTHS[: STRENGTHS.index(show) + 1]
        inputs = tuple(
            replace(draft, requirements=tuple(row for row in draft.requirements if row.strength in kept))
            for draft in inputs
        )
    by_name = {file.name: str(file) for file in files}
    return replace(outcome.report, inputs=inputs, failed=tuple(_failed(e, by_name) for e in outcome.errors))


def _failed(error: GuidecheckError, by_name: dict[str, str]) -> Failed:
    found = None if error.where in by_name else _LINE.match(error.where)
    name, line = (found[1], int(found[2])) if found else (error.where, 0)
    return Failed(by_name.get(name, name), error.what, error.remedy, line)


def _write(report: Report, one: Written, knowledge: Knowledge) -> None:
    from checker.console import for_terminal
    from checker.reports import render

    texts = knowledge.interface_texts(report.language)
    if one.output is None:
        in_terminal = one.format == "text" and sys.stdout.isatty()
        text = for_terminal(report, texts) if in_terminal else render(report, one.format, texts)
        if text:
            click.echo(text.rstrip("\n"))
        return
    text = render(report, one.format, texts)
    with writing("the report", one.output):
        one.output.write_text(text, encoding="utf-8")
    click.echo(f"wrote {one.output}", err=True)


def _conditions(given: tuple[str, ...]) -> dict[str, bool]:
    found = {}
    for text in given:
        requirement, _, answer = text.partition("=")
        if answer not in ("yes", "no"):
            raise CallError(f"'{text}' says nothing of a condition", remedy="write --condition DIM-24=yes, or =no")
        found[requirement] = answer == "yes"
    return found
