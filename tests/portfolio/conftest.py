"""Folders that several tests read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.portfolio.folders import from_reports, many, reports

NAMES = ("iom-handbook-diaspora-strategy", "rcm-reserve-fund", "two-shores-joint-project", "rcm-children-matrix")
FAILURE = {"what": "it holds no RDF", "where": "programmes/broken.ttl:4", "remedy": "mend line 4 and check again"}


@pytest.fixture
def ends_by_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file ends a batch by its name, as one in 128 does elsewhere: names here hold folders that change."""
    monkeypatch.setattr("checker.portfolio.plan._ENDS_ONE_IN", 2**33)


@pytest.fixture(scope="session")
def four(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four worked cases as they were checked, and one that was not."""
    return from_reports(tmp_path_factory.mktemp("four"), reports(*NAMES), [FAILURE])


@pytest.fixture(scope="session")
def thousands(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return many(tmp_path_factory.mktemp("many"), 10_000)
