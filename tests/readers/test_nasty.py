"""Files that break readers end in the right text or in a clear error."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest

from checker.errors import InputError
from checker.readers import read
from checker.readers.bounded import SECONDS

with (Path(__file__).parent / "nasty.csv").open(encoding="utf-8", newline="") as stream:
    CASES = list(csv.DictReader(stream))


@pytest.mark.parametrize("case", CASES, ids=[case["file"] for case in CASES])
def test_right_text_or_clear_error(shared: Path, case: dict[str, str]) -> None:
    path = shared / "data" / "nasty" / case["file"]
    start = time.monotonic()
    if case["outcome"] == "text":
        assert case["expected"] in " ".join(read(path).text.split())
    else:
        with pytest.raises(InputError) as caught:
            read(path)
        assert case["expected"] in caught.value.what
        assert caught.value.where == path.name
        assert caught.value.remedy
        assert "\n" not in caught.value.line
    assert time.monotonic() - start < SECONDS


def test_every_file_has_its_line(shared: Path) -> None:
    folder = shared / "data" / "nasty"
    files = {str(path.relative_to(folder)) for path in folder.glob("*/*")}
    assert files == {case["file"] for case in CASES}
