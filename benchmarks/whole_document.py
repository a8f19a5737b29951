"""Whole processes on long drafts: a PDF and a Word document of 200 pages, a Word document of 30.

usage: python -m benchmarks.whole_document [NAME]...

Prints the seconds of ``guidecheck check`` and the peak memory of the larger of its processes: the check, the parser.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.start_up import whole_process
from benchmarks.whole.pdf import write_pdf
from benchmarks.whole.word import write_docx


@dataclass(frozen=True, slots=True)
class Job:
    """A file, what makes it, and what it may take."""

    file: str
    make: Callable[[Path, int], None]
    pages: int
    seconds: float
    megabytes: int


JOBS = (
    Job("whole-30.docx", write_docx, 30, 3, 1500),
    Job("whole-200.docx", write_docx, 200, 90, 1500),
    Job("whole-200.pdf", write_pdf, 200, 90, 1500),
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", help=", ".join(job.file for job in JOBS))
    names = parser.parse_args().names
    over = False
    with tempfile.TemporaryDirectory() as folder:
        for job in JOBS:
            if names and job.file not in names:
                continue
            path = Path(folder, job.file)
            job.make(path, job.pages)
            seconds, kilobytes = whole_process([str(path)])
            late = seconds > job.seconds or kilobytes > 1024 * job.megabytes
            over |= late
            limits = f"of {job.seconds:g} s and {job.megabytes} MB" + ("   OVER" if late else "")
            print(f"{job.file:16} {seconds:6.1f} s   peak {kilobytes / 1024:6.0f} MB   {limits}")
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
