"""The settings there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from checker.engine import DEFAULT_ENGINE

Value = str | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """``option`` is the option of ``guidecheck check`` that says the same; empty for its files."""

    name: str
    type: Literal["text", "list", "flag"]
    option: str
    default: Value
    of: Literal["", "profile", "kind", "language", "engine", "strength", "shown", "format", "condition"] = ""
    """What the value names."""
    is_path: bool = False
    """True where it is a path, which counts from the folder of the file that says it."""

    @property
    def variable(self) -> str:
        """The environment variable that says the same."""
        said = {"cache": "use-cache"}.get(self.name, self.name)
        return "GUIDECHECK_" + said.upper().replace("-", "_")


SETTINGS: tuple[Key, ...] = (
    Key("paths", "list", "", (), is_path=True),
    Key("exclude", "list", "--exclude", ()),
    Key("profile", "text", "--profile", "everything", of="profile"),
    Key("kind", "text", "--kind", "", of="kind"),
    Key("language", "text", "--language", "", of="language"),
    Key("engine", "text", "--engine", DEFAULT_ENGINE, of="engine"),
    Key("conditions", "list", "--condition", (), of="condition"),
    Key("formats", "list", "--format", ("text",), of="format"),
    Key("show", "text", "--show", "all", of="shown"),
    Key("fail-on", "text", "--fail-on", "must", of="strength"),
    Key("strict", "flag", "--strict", False),
    Key("waivers", "text", "--waivers", "", is_path=True),
    Key("baseline", "text", "--baseline", "", is_path=True),
    Key("cache", "flag", "--cache", True),
)


@dataclass(frozen=True, slots=True)
class Setting:
    """A value and where it comes from: ``guidecheck.toml:3``, a variable's name, or ``default``."""

    key: Key
    value: Value
    source: str
