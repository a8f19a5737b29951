"""Fixtures of the attacks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.attacks import canary as watched
from tests.attacks.canary import Canary


@pytest.fixture
def canary(tmp_path: Path) -> Iterator[Canary]:
    with watched.canary(tmp_path) as found:
        yield found
