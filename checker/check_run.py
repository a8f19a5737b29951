"""One run of ``guidecheck check``: the files are checked, what is wrong is said, the reports are written."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.complaints import complain
from checker.errors import GuidecheckError, writing
from checker.knowledge import Knowledge
from checker.policy_call import Policing
from checker.report import STRENGTHS, Failed, Report

if TYPE_CHECKING:
    from checker.check import Options, Outcome

FINE, FALLS_SHORT, WRONG = 0, 1, 2
_LINE = re.compile(r"^(.*?):(\d+)$", re.DOTALL)


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

    def once(self) -> Done:
        """Checks, says what is wrong, and writes what is wanted."""
        from checker.check import check
        from checker.terminal import Progress

        options, policing, knowledge = self.options, self.policing, self.knowledge
        chosen = policing.files(self.paths)
        with Progress() as progress:
            outcome = check(chosen, knowledge, options, progress, progress.tell, again=not policing.cache)
        for error in outcome.errors:
            complain(error.line)
        worst = max((e.exit_code for e in outcome.errors), default=FINE)
        if options.reader is not None and options.reader.preview:
            return Done(worst, None)
        judged = policing.judged(outcome, self.paths, chosen, options, knowledge)
        outcome = replace(outcome, report=judged.report)
        shown = _shown(outcome, self.wanted, chosen, self.show, knowledge, options, again=not policing.cache)
        for one in self.wanted:
            if shown.inputs or not outcome.errors or one.output or one.format == "github":
                _write(shown, one, knowledge)
        worst = worst or (WRONG if judged.too_silent else FINE)
        return Done(worst or (FALLS_SHORT if falls_short(outcome.report, self.fail_on) else FINE), shown)


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
    from checker.reports import render
    from checker.terminal import for_terminal

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
