"""What a call asks for, and the plan that follows from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from checker.engine import DEFAULT_ENGINE
from checker.knowledge import Knowledge
from checker.knowledge.model import Profile
from checker.reader import ReaderOptions

if TYPE_CHECKING:
    from checker.reader.reader import Reader


@dataclass(frozen=True, slots=True)
class Options:
    """How to check. None for ``kind`` and ``language`` means: find out."""

    profile: str = "everything"
    kind: str | None = None
    language: str | None = None
    engine: str = DEFAULT_ENGINE
    conditions: Mapping[str, bool] = field(default_factory=lambda: MappingProxyType({}))
    """What a person says of conditions, by requirement id."""
    reader: ReaderOptions | None = None
    """None, the default: nothing leaves the machine."""
    all_activities: bool = False
    """Of IATI files, all activities; otherwise only those about return and reintegration."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The options with what they name, for one run."""

    knowledge: Knowledge
    profile: Profile
    options: Options
    reader: Reader | None = None
    watch: Callable[[int, int], None] = lambda done, of: None
    """Told, while a draft is searched, for how many requirements it has been, and of how many."""

    @property
    def follows_from(self) -> str:
        """All that a result hangs on besides the file and the code; answers of a reader left out."""
        options, profile = self.options, self.profile
        asked = sorted(profile.requirements), sorted(profile.strengths.items()), sorted(profile.weights.items())
        conditions = sorted(options.conditions.items())
        wanted = options.kind, options.language, options.engine, options.all_activities, conditions
        return repr((self.knowledge.digest, asked, wanted))
