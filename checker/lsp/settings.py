"""What a draft in an editor is checked against."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from checker.check import Options
from checker.config import config_file, effective
from checker.counted import Policy, waiver_files


@dataclass(frozen=True, slots=True)
class Asked:
    """What the call of the server says; None is left to the settings of the project."""

    profile: str | None = None
    kind: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    options: Options
    policy: Policy
    show: str


def settings_for(draft: Path, asked: Asked) -> Settings:
    """As ``guidecheck check DRAFT`` would take them. Raises InputError and CallError where they are wrong."""
    said = {s.key.name: s.value for s in effective(config_file([draft]))}

    def text(name: str) -> str:
        return str(said[name])

    conditions = {c.partition("=")[0]: c.endswith("=yes") for c in said["conditions"] if isinstance(c, str)}  # type: ignore[union-attr]
    options = Options(
        asked.profile or text("profile"),
        asked.kind or text("kind") or None,
        asked.language or text("language") or None,
        text("engine"),
        conditions,
    )
    named = Path(text("waivers")) if said["waivers"] else None
    baseline = Path(text("baseline")) if said["baseline"] else None
    return Settings(options, Policy(waiver_files(named, [draft]), baseline), text("show"))
