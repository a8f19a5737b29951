"""Every test of the screens has a store and a folder of profiles of its own, and is at this computer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from checker.places import OWN_PROFILES
from checker.reviews.opening import PLACE


@pytest.fixture(autouse=True)
def _own_store(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    monkeypatch.setenv(PLACE, str(tmp_path / "reviews"))
    monkeypatch.setenv(OWN_PROFILES, str(tmp_path_factory.mktemp("own") / "profiles"))
    st.cache_resource.clear()
    st.config.set_option("server.address", "127.0.0.1")
    yield
    st.cache_resource.clear()
    st.config.set_option("server.address", None)
