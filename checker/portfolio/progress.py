"""How far a run is, on standard error: a bar in a terminal, else a line now and then."""

from __future__ import annotations

import sys
from time import monotonic
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, TaskProgressColumn, TextColumn
from rich.progress import Progress as Bar

from checker.portfolio.drive import Progress

_EVERY = 10.0
"""Seconds between lines."""
_TELLING = 0.01
"""The share of what is to be done from which the time left can be told."""


class Shown:
    """Called with the state of things; tells it with the rate and the time left."""

    def __init__(self) -> None:
        console = Console(stderr=True)
        self._bar = Bar(
            BarColumn(), TaskProgressColumn(), TextColumn("{task.description}"), console=console, transient=True,
            disable=not console.is_terminal,
        )  # fmt: skip
        self._plain = not console.is_terminal
        self._task = self._bar.add_task("", total=None)
        self._began = self._said = monotonic()
        self._lost = 0

    def __enter__(self) -> Shown:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def __call__(self, progress: Progress) -> None:
        now = monotonic()
        said = in_words(progress, now - self._began)
        self._bar.update(self._task, description=said, completed=progress.done, total=progress.total or None)
        if progress.lost > self._lost:
            self._lost = progress.lost
            self._bar.console.print("guidecheck: a worker has ended; another one takes over its part", soft_wrap=True)
        if self._plain and now - self._said >= _EVERY:
            self._said = now
            share = 100 * progress.done / progress.total if progress.total else 100
            print(f"guidecheck: {share:.0f} %, {said}", file=sys.stderr, flush=True)  # noqa: T201 - a log line


def in_words(progress: Progress, seconds: float) -> str:
    """Descriptions done, how many a second, and the time left where enough is done to tell."""
    said = f"{progress.descriptions:,} descriptions"
    fresh = progress.done - progress.skipped
    if not progress.workers:
        return f"{said}, no worker is there"
    if fresh <= 0 or seconds <= 0:
        return said
    if progress.fresh:
        said = f"{said}, {_rate(progress.fresh / seconds)}"
    if fresh < (progress.total - progress.skipped) * _TELLING:
        return said
    return f"{said}, {_time((progress.total - progress.done) / fresh * seconds)} left"


def _rate(a_second: float) -> str:
    return f"{a_second:,.0f} a second" if a_second >= 1 else f"{60 * a_second:,.0f} a minute"


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"
