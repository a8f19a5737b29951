"""The whole book, written once."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.knowledge import load
from checker.reference import write_book


@pytest.fixture(scope="session")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reference") / "book"
    write_book(folder, load())
    return folder
