"""What could not be done in a run, in words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from checker.errors import GuidecheckError


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be done, where, and what to do; ``exit_code`` 2 where the input is wrong, 3 where the tool is."""

    what: str
    where: str
    remedy: str
    exit_code: int = 2

    @classmethod
    def of(cls, error: GuidecheckError, source: str) -> Failure:
        """An error names a file by its name; a portfolio holds several of one name."""
        name = Path(source).name
        where = source + error.where[len(name) :] if error.where.startswith(name) else source
        return cls(error.what, where, error.remedy, error.exit_code)

    @property
    def line(self) -> str:
        return f"{self.where}: {self.what}" + (f"; {self.remedy}" if self.remedy else "")
