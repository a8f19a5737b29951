"""Fixtures of the readers' tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.readers import Document, read
from tests.shared_material import shared


@pytest.fixture(name="shared")
def shared_folder() -> Path:
    """The folder of material beside the checkout."""
    return shared()


@pytest.fixture
def reading(tmp_path: Path) -> Callable[[str, bytes | str], Document]:
    """Reads content under a name: ``reading("draft.md", "# Aims")``."""

    def give(name: str, content: bytes | str) -> Document:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read(path)

    return give
