"""LibreOffice, which opens the files that tests write."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import pytest
from pypdf import PdfReader


@cache
def _profile() -> TemporaryDirectory[str]:
    """LibreOffice's settings, made by the first call of a process: each new one costs it a fifth of its time."""
    return TemporaryDirectory(prefix="guidecheck-office-")


def _absent(what: str) -> NoReturn:
    """Skips the test, or fails it where CI says it must run."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what}, and CI must run the tests that open files with it")
    pytest.skip(what)


def converted(data: bytes, name: str, to: str, folder: Path, read_as: str = "") -> Path:
    """The file as LibreOffice saves it in another format, such as ``pdf``; ``read_as`` says how it is to be read.

    Without LibreOffice the test is skipped, and fails where CI says it must run.
    """
    program = shutil.which("soffice")
    if program is None:
        _absent("no LibreOffice found")
    source = folder / name
    source.write_bytes(data)
    profile = Path(_profile().name).as_uri()
    out = folder / "converted"
    command = [program, "--headless", f"-env:UserInstallation={profile}", "--convert-to", to, "--outdir", str(out)]
    command += [f"--infilter={read_as}"] if read_as else []
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=180)
    made = out / f"{source.stem}.{to.partition(':')[0]}"
    assert made.is_file(), f"LibreOffice could not open {name}"
    return made


def pages_in_arial(pdf: Path) -> int:
    """How many pages a file has, where they are set in Arial or in a font of its measures: others run wider."""
    pages = PdfReader(pdf).pages
    fonts = [font.get_object()["/BaseFont"] for page in pages for font in page["/Resources"]["/Font"].values()]
    if not any("Arial" in font or "Liberation" in font for font in fonts):
        _absent("no font with the measures of Arial found, such as Liberation Sans")
    return len(pages)
