"""A run as a terminal shows it: its progress, and the report in the terminal's width."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING

from checker.report import Report
from checker.unseen import one_line, visible

if TYPE_CHECKING:
    from checker.check import Step


class Progress:
    """Which file is at work, on standard error, where that is a terminal; what draws it is imported only then."""

    def __init__(self) -> None:
        self._bar = None
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
            from rich.progress import Progress as Bar

            columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
            console = Console(stderr=True)
            self._bar = Bar(*columns, console=console, transient=True, disable=not console.is_terminal)
            self._task = self._bar.add_task("", total=None)

    def __enter__(self) -> Progress:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def __call__(self, step: Step) -> None:
        if self._bar:
            answered = f" ({step.answered}/{step.questions})" if step.questions else ""
            said = one_line(f"{step.file.name}{answered}")
            self._bar.update(self._task, description=said, completed=step.done, total=step.of)

    def tell(self, line: str) -> None:
        """A line that stays, above the bar."""
        from rich.console import Console

        console = self._bar.console if self._bar else Console(stderr=True)
        console.print(f"guidecheck: {visible(line)}", markup=False, highlight=False, soft_wrap=True)


def for_terminal(report: Report, texts: Mapping[str, str]) -> str:
    """The terminal report in the terminal's own width, with colour unless NO_COLOR is set."""
    from rich.console import Console

    from checker.reports.formats import text

    console = Console()
    return text.render(report, texts, width=console.width, colour=not console.no_color)
