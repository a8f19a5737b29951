"""The options of a check that say what counts."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from checker.commands.complaints import tell
from checker.config.files import SETTINGS_FILES, upward

if TYPE_CHECKING:
    from checker.check import Options, Outcome
    from checker.knowledge import Knowledge
    from checker.report import InputReport, Note, Report

T = TypeVar("T")
_FILE = click.Path(path_type=Path, dir_okay=False)
_OPTIONS = (
    click.option(
        "--exclude", multiple=True, metavar="PATTERN",
        help="Leave out files and folders of this name or path. May be given several times.",
    ),
    click.option(
        "--waivers", type=_FILE, help="Issues put up with; .guidecheck-waivers.toml above the files unless given."
    ),
    click.option("--baseline", type=_FILE, help="Only issues that are not in this file count."),
    click.option("--write-baseline", type=_FILE, help="Write the issues there are to this file, and let none count."),
    click.option(
        "--strict/--no-strict", default=False, help="Exit with 2 where something in the data would pass in silence."
    ),
    click.option(
        "--cache/--no-cache", default=True, help="Do not check files again that have not changed; the default."
    ),
    click.option("--no-config", is_flag=True, help="Pass over guidecheck.toml, pyproject.toml and the environment."),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Policing:
    """What counts, as a call asks for it."""

    exclude: tuple[str, ...]
    waivers: Path | None
    baseline: Path | None
    write_baseline: Path | None
    strict: bool
    cache: bool
    settings: bool = True
    """True where settings of the project hold."""

    def files(self, paths: Sequence[Path]) -> tuple[Path, ...]:
        """The files to check."""
        from checker.counted import chosen_files

        return chosen_files(paths, self.exclude)

    def judged(
        self,
        outcome: Outcome,
        paths: Sequence[Path],
        files: Sequence[Path],
        options: Options,
        knowledge: Knowledge,
        *,
        apart: bool = False,
    ) -> Judged:
        """The report with what does not count marked; says on standard error what a person should know of it.

        ``paths`` are those of the call, ``files`` what they came to.
        """
        from checker.counted import Policy, counted, waiver_files
        from checker.profiles import profile_of
        from checker.reports.notes import note_line

        report, unheard = outcome.report, _doubted(outcome.report.inputs, files, knowledge, apart=apart)
        policy = Policy(waiver_files(self.waivers, paths), self.baseline)
        asked = profile_of(options.profile, knowledge).requirements
        done = counted(report, policy, paths, asked, knowledge, datetime.now(UTC).date())
        for note in (*unheard, *done.told):
            tell(f"guidecheck: warning: {note_line(note)}")
        report = self._written(done.report) if self.write_baseline else done.report
        described = {draft.path for draft in report.inputs}
        alone = tuple(note for note in unheard if note.path not in described)
        return Judged(replace(report, notes=(*report.notes, *alone)), self.strict and bool(unheard))

    def _written(self, report: Report) -> Report:
        """The report as it stands beside the baseline just written: nothing in it is new."""
        from checker.baseline import mark_known, write_baseline

        assert self.write_baseline is not None  # noqa: S101 - only then is it called
        n = write_baseline(self.write_baseline, report.inputs)
        tell(f"wrote {self.write_baseline}: {n} issues")
        return replace(report, inputs=mark_known(report.inputs))


@dataclass(frozen=True, slots=True)
class Judged:
    """``too_silent`` is true where the call is strict and something would pass in silence."""

    report: Report
    too_silent: bool


def policy_options(command: Callable[..., T]) -> Callable[..., T]:
    """Gives a command ``policing``."""

    @functools.wraps(command)
    def with_policy(
        *,
        exclude: tuple[str, ...],
        waivers: Path | None,
        baseline: Path | None,
        write_baseline: Path | None,
        strict: bool,
        cache: bool,
        no_config: bool,
        **others: Any,
    ) -> T:
        return command(
            policing=Policing(exclude, waivers, baseline, write_baseline, strict, cache, not no_config), **others
        )

    for option in reversed(_OPTIONS):
        with_policy = option(with_policy)
    return with_policy


def policy_files(policing: Policing, paths: Sequence[Path]) -> Iterator[Path]:
    """Every file that says, or would say if it were there, how these paths are checked."""
    from checker.waivers import NAME

    yield from (file for file in (policing.waivers, policing.baseline) if file)
    for folder in dict.fromkeys(folder for path in paths for folder in upward(path)):
        yield folder / NAME
        if policing.settings:
            yield from (folder / name for name in SETTINGS_FILES)


def _doubted(
    inputs: Iterable[InputReport], files: Iterable[Path], knowledge: Knowledge, *, apart: bool
) -> tuple[Note, ...]:
    """What passes in silence, in English; also in RDF files that describe no draft."""
    from checker.descriptions.doubts import doubts_in, doubts_in_fork, in_words
    from checker.report import Note
    from checker.selection import is_rdf

    found = {(draft.path, doubt): None for draft in inputs for doubt in draft.doubts}
    checked = {draft.path for draft in inputs}
    find = doubts_in_fork if apart else doubts_in
    for file in files:
        if is_rdf(file) and str(file) not in checked:
            found |= {(str(file), doubt): None for doubt in find(file, knowledge)}
    texts = knowledge.interface_texts("en")
    return tuple(Note(in_words(replace(doubt, line=0), texts), path, doubt.line) for path, doubt in found)
