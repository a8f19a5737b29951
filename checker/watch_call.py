"""``guidecheck check --watch``: the first report in full, then what changes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from checker.check_run import FINE, Run
from checker.complaints import complain
from checker.errors import CallError, GuidecheckError
from checker.reports.display import one_line
from checker.reports.issues import Issue
from checker.reports.paths import plain_path
from checker.reports.texts import Wording
from checker.watching import Changed, changes, compared, open_issues, stamps

_MOST = 20
"""Issues that are told one by one."""


def watch_files(run: Run) -> int:
    """Runs until it is interrupted. Raises CallError where the first run does, or the call asks for a baseline."""
    if run.policing.write_baseline:
        raise CallError("--watch does not go with --write-baseline", remedy="write the baseline in a call of its own")
    with suppress(KeyboardInterrupt):
        _watch(replace(run, stays=True))
    return FINE


def _watch(run: Run) -> None:
    seen = stamps(_watched(run))
    done = run.once()
    if done.shown is None:
        return
    say = Wording(run.knowledge.interface_texts(done.shown.language))
    found = open_issues(done.shown, {}, ())
    waiting = say("watch-waiting", n=len(seen))
    click.echo(f"guidecheck: {waiting}", err=True)
    later = replace(run, wanted=tuple(one for one in run.wanted if one.output or one.format != "text"))
    for files in changes(lambda: _watched(run), seen):
        which = ", ".join(one_line(plain_path(str(file))) for file in files[:_MOST])
        said = say("watch-changed", which=which)
        click.echo(f"\n{datetime.now():%H:%M:%S} {said}", err=True)
        try:
            shown = later.once().shown
        except GuidecheckError as error:
            complain(error.line)
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


def _watched(run: Run) -> tuple[Path, ...]:
    """The drafts, and the files that say how they are checked."""
    also = (Path(run.options.profile), run.policing.waivers, run.policing.baseline)
    return (*run.policing.files(run.paths), *(file for file in also if file and file.is_file()))
