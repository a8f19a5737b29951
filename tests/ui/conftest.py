"""Every test of the screens has a store of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from checker.reviews.opening import PLACE


@pytest.fixture(autouse=True)
def _own_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(PLACE, str(tmp_path / "reviews"))
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()
