"""``guidecheck check --watch``: the first report in full, then what changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from checker.commands.check_run import FINE, Run
from checker.commands.complaints import complain
from checker.commands.policy_options import policy_files
from checker.commands.watching import Changed, changes, compared, open_issues, stamps
from checker.config.files import SETTINGS_FILES
from checker.errors import CallError, GuidecheckError
from checker.reports.display import one_line
from checker.reports.issues import Issue
from checker.reports.paths import plain_path
from checker.reports.texts import Wording

_MOST = 20
"""Issues that are told one by one."""


def watch_files(run: Run, anew: Callable[[], Run]) -> int:
    """Runs until it is interrupted; ``anew`` understands the call once more, by the settings there are then.

    Raises CallError where the first run does, or the call asks for a baseline.
    """
    if run.policing.write_baseline:
        raise CallError("--watch does not go with --write-baseline", remedy="write the baseline in a call of its own")
    with suppress(KeyboardInterrupt):
        _watch(replace(run, stays=True), lambda: replace(anew(), stays=True))
    return FINE


def _watch(run: Run, anew: Callable[[], Run]) -> None:
    def watched() -> tuple[Path, ...]:
        return _watched(run)

    seen = stamps(watched())
    done = run.once()
    if done.shown is None:
        return
    say = Wording(run.knowledge.interface_texts(done.shown.language))
    found = open_issues(done.shown, {}, ())
    waiting = say("watch-waiting", n=len(run.files()))
    click.echo(f"guidecheck: {waiting}", err=True)
    for files in changes(watched, seen):
        which = ", ".join(one_line(plain_path(str(file))) for file in files[:_MOST])
        said = say("watch-changed", which=which)
        click.echo(f"\n{datetime.now():%H:%M:%S} {said}", err=True)
        try:
            run = anew() if {file.name for file in files} & set(SETTINGS_FILES) else run
            shown = _without_text(run).once().shown
        except GuidecheckError as error:
            complain(error.line)
            continue
        except click.ClickException as error:
            complain(error.format_message())
            continue
        if shown is None:
            continue
        before, found = found, open_issues(shown, found, {failed.path for failed in shown.failed})
        for line in _told(compared(before, found), say):
            click.echo(line, err=True)


def _told(changed: Changed, say: Wording) -> Iterator[str]:
    new, gone = say("watch-new"), say("watch-gone")
    yield from (f"+ {new}: {_issue(one, say)}" for one in changed.new[:_MOST])
    yield from (f"- {gone}: {_issue(one, say)}" for one in changed.gone[:_MOST])
    yield say("watch-counts", n=changed.open, new=len(changed.new), gone=len(changed.gone))


def _issue(issue: Issue, say: Wording) -> str:
    where = f"{plain_path(issue.draft.path)}:{issue.line}" if issue.line else plain_path(issue.draft.path)
    return one_line(f"{where}: {issue.head(say)}. {issue.row.title}")


def _without_text(run: Run) -> Run:
    """What is printed for people is told as what changed."""
    return replace(run, wanted=tuple(one for one in run.wanted if one.output or one.format != "text"))


def _watched(run: Run) -> tuple[Path, ...]:
    """The drafts, and the files that say how they are checked."""
    also = (Path(run.options.profile), *policy_files(run.policing, run.paths))
    return (*run.files(), *(file for file in also if file.is_file()))
