"""``guidecheck`` whose server takes no time for a check: every upload gets a copy of one report. So the server's own
memory can be watched over thousands of uploads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any

from checker.check import Options, check
from checker.check_job import Ended
from checker.cli import main
from checker.knowledge import load
from checker.serving import jobs

DRAFT = Path(__file__).resolve().parents[2] / "examples/drafts/sop-reintegration-en.docx"


def stood_in_for() -> None:
    found = check([DRAFT], load(), Options())

    class Instant:
        step = None

        def __init__(self, files: Sequence[Path], _: Options, finish: Callable[[Ended], None], **__: Any) -> None:
            (one,) = found.report.inputs
            report = replace(found.report, inputs=(replace(one, path=str(files[0])),))
            self._thread = Thread(target=finish, args=(Ended(replace(found, report=report), {}, ()),), daemon=True)
            self._thread.start()

        def stop(self) -> None:
            """It has ended."""

        def wait(self, seconds: float | None = None) -> None:
            self._thread.join(seconds)

    setattr(jobs, "CheckJob", Instant)  # noqa: B010 - a stand-in for a name that is imported there


if __name__ == "__main__":
    stood_in_for()
    main()
