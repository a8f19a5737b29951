"""Every test has a cache of its own."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GUIDECHECK_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("GUIDECHECK_READER_KEY", raising=False)
    return tmp_path / "cache"
