"""One run of ``guidecheck check``: the files are checked, what is wrong is said, the reports are written."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.commands.check_end import falls_short, said_of
from checker.commands.complaints import complain, tell
from checker.commands.policy_options import Policing
from checker.errors import CallError, InputError, writing
from checker.failures import failed_of, line_of
from checker.globs import rooted
from checker.knowledge import Knowledge
from checker.report import Report, strengths_from

if TYPE_CHECKING:
    from checker.check import Options

FINE, FALLS_SHORT, WRONG = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Written:
    """A format, and the file that it goes to; None is standard output."""

    format: str
    output: Path | None


@dataclass(frozen=True, slots=True)
class Done:
    """How a run ends, and what it showed; no report where a reader was only to be previewed."""

    code: int
    shown: Report | None


@dataclass(frozen=True, slots=True)
class Run:
    """All that a call asks for."""

    paths: tuple[Path, ...]
    wanted: tuple[Written, ...]
    show: str
    fail_on: str
    options: Options
    policing: Policing
    knowledge: Knowledge
    stays: bool = False
    """True where the same files are checked time and again: then here, where all is loaded, not in a fork."""

    def files(self) -> tuple[Path, ...]:
        """The files to check; of what lies in folders not those that the reports go to, nor standard output.

        Raises CallError where a report would take the place of a draft, and InputError where no file is left.
        """
        from checker.reports.earlier import is_report

        outputs = {rooted(one.output) for one in self.wanted if one.output}
        files = self.policing.files(self.paths)
        drafts = (*self.paths, *(file for file in files if rooted(file) in outputs and not is_report(file)))
        if over := next((path for path in drafts if rooted(path) in outputs), None):
            raise CallError("the report would take the draft's place", where=str(over), remedy="name another file")
        found = tuple(
            file for file in files if rooted(file) not in outputs and (file in self.paths or not _is_printed_to(file))
        )
        if not found:
            raise InputError("holds no draft", where=", ".join(map(str, self.paths)), remedy="name the files")
        return found

    def once(self) -> Done:
        """Checks, says what is wrong, and writes what is wanted."""
        from checker.check import check
        from checker.commands.terminal import Progress

        options, policing, knowledge = self.options, self.policing, self.knowledge
        chosen = self.files()
        again, apart = not policing.cache, not self.stays
        with Progress() as progress:
            outcome = check(chosen, knowledge, options, progress, progress.tell, again=again, apart=apart)
        failed = tuple(map(failed_of, outcome.errors, outcome.of))
        for failure in failed:
            complain(line_of(failure))
        worst = max((e.exit_code for e in outcome.errors), default=FINE)
        if options.reader is not None and options.reader.preview:
            return Done(worst, None)
        judged = policing.judged(outcome, self.paths, chosen, options, knowledge, apart=apart)
        outcome = replace(outcome, report=judged.report)
        shown = _shown(outcome.report, self.wanted, self.show, knowledge, options, again=again, apart=apart)
        shown = replace(shown, failed=failed)
        for one in self.wanted:
            if shown.inputs or not outcome.errors or one.output or one.format == "github":
                _write(shown, one, knowledge)
        if said := said_of(outcome.report, self.fail_on, knowledge.interface_texts("en")):
            click.echo(f"guidecheck: {said}", err=True)
        worst = worst or (WRONG if judged.too_silent else FINE)
        return Done(worst or (FALLS_SHORT if falls_short(outcome.report, self.fail_on) else FINE), shown)


def _shown(
    report: Report,
    wanted: Iterable[Written],
    show: str,
    knowledge: Knowledge,
    options: Options,
    *,
    again: bool,
    apart: bool,
) -> Report:
    """The report as it is shown: the strengths asked for, and places where a format has them."""
    from checker.reports import WITHOUT_PLACES

    inputs = report.inputs
    if any(one.format not in WITHOUT_PLACES for one in wanted):
        from checker.placing import with_places

        inputs = with_places(inputs, knowledge, options, again=again, apart=apart)
    if show != "all":
        kept = strengths_from(show)
        inputs = tuple(
            replace(draft, requirements=tuple(row for row in draft.requirements if row.strength in kept))
            for draft in inputs
        )
    return replace(report, inputs=inputs)


def _write(report: Report, one: Written, knowledge: Knowledge) -> None:
    from checker.commands.terminal import for_terminal
    from checker.reports import render

    texts = knowledge.interface_texts(report.language)
    if one.output is None:
        in_terminal = one.format == "text" and sys.stdout.isatty()
        text = for_terminal(report, texts) if in_terminal else render(report, one.format, texts)
        if text:
            _print(text.rstrip("\n"))
        return
    text = render(report, one.format, texts)
    with writing("the report", one.output):
        one.output.parent.mkdir(parents=True, exist_ok=True)
        one.output.write_text(text, encoding="utf-8")
    tell(f"wrote {one.output}")


def _print(text: str) -> None:
    """Whoever reads may have had enough of it; that changes nothing in what the run ends with."""
    try:
        click.echo(text)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _is_printed_to(file: Path) -> bool:
    """True of the file that a shell has made for what is printed."""
    try:
        return os.path.samestat(os.fstat(sys.stdout.fileno()), file.stat())
    except (OSError, ValueError):
        return False
