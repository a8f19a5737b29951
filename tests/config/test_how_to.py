"""What the how-to shows is what is taken."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.config import SETTINGS, config_file, effective
from checker.knowledge import load
from checker.waivers import read_waivers
from tests.shared_material import ROOT

HOW_TO = ROOT / "docs" / "how-to"


def block(name: str) -> str:
    found = re.search(r"```toml\n(.*?)```", (HOW_TO / name).read_text("utf-8"), re.DOTALL)
    assert found
    return found[1]


def test_the_settings_shown_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for key in SETTINGS:
        monkeypatch.delenv(key.variable, raising=False)
    (tmp_path / "guidecheck.toml").write_text(block("configure.md"), "utf-8")
    found = {s.key.name: s.value for s in effective(config_file([tmp_path]))}
    assert (found["profile"], found["fail-on"], found["strict"]) == ("handbook-m4", "should", True)


def test_every_setting_is_told() -> None:
    text = (HOW_TO / "configure.md").read_text("utf-8")
    assert [key.name for key in SETTINGS if f"`{key.name}`" not in text] == []


def test_the_waiver_shown_is_one(tmp_path: Path) -> None:
    (tmp_path / "w.toml").write_text(block("waive-and-baseline.md"), "utf-8")
    (waiver,) = read_waivers(tmp_path / "w.toml", load().requirements).all
    assert (waiver.requirements, waiver.line) == (frozenset({"SOP-07"}), 1)
