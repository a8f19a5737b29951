"""Files that say how to check."""

from __future__ import annotations

from checker.baseline.file import read_baseline
from checker.config import config_file, effective
from checker.knowledge import load
from checker.profiles.opening import opened
from checker.waivers.file import read_waivers
from fuzz.targets.files import written


def profile(data: bytes) -> object:
    return opened(written(data, "profile.ttl"), load())


def waivers(data: bytes) -> object:
    return read_waivers(written(data, "waivers.toml"), load().requirements)


def config(data: bytes) -> object:
    """Both files that hold settings."""
    return [effective(config_file([written(data, name).parent])) for name in ("c/guidecheck.toml", "p/pyproject.toml")]


def baseline(data: bytes) -> object:
    return read_baseline(written(data, "baseline.json"))
