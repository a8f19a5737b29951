"""Who may do what where a team shares the reviews: a TOML file that gives each e-mail address a role."""

from __future__ import annotations

import math
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from checker.errors import CallError
from checker.reviews.desk import ROLES, Role

FILE = "GUIDECHECK_PEOPLE"
"""Environment variable: the file's path."""
_KEYS = ("people", "others", "ask", "hours")
_SEE = "see docs/how-to/run-for-a-team.md"
_HOURS = 12.0


@dataclass(frozen=True, slots=True)
class People:
    """What the file says. Addresses are in lower case."""

    roles: Mapping[str, Role]
    others: Role | None = None
    """The role of everyone who can sign in and is not named; None where they have no access."""
    ask: str = ""
    """Whom to ask for access."""
    hours: float = _HOURS
    """How long a person stays signed in."""

    def role_of(self, email: str) -> Role | None:
        """None where the person has no access."""
        return self.roles.get(email.strip().casefold(), self.others)


def people() -> People:
    """What the file that ``FILE`` names says now; nobody where it names none. Raises CallError where it is wrong."""
    named = os.environ.get(FILE, "")
    return read_people(Path(named)) if named else People({})


def read_people(path: Path) -> People:
    """Raises CallError with what is wrong; a file that is wrong lets nobody in."""
    try:
        said = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise _wrong(f"cannot be read ({error.strerror or error})", path) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _wrong(f"is not TOML ({error})", path) from error
    for key in said:
        if key not in _KEYS:
            raise _wrong(f"has an unknown key '{key}'{_near(key, _KEYS)}", path)
    table = said.get("people", {})
    if not isinstance(table, dict):
        raise _wrong("gives no table [people]", path)
    roles: dict[str, Role] = {}
    for email, role in table.items():
        address = email.strip().casefold()
        if "@" not in address:
            raise _wrong(f"names '{email}', which is no e-mail address", path)
        if address in roles:
            raise _wrong(f"names '{address}' twice", path)
        roles[address] = _role(role, path)
    others = said.get("others")
    return People(roles, None if others is None else _role(others, path), str(said.get("ask", "")), _hours(said, path))


def _role(said: object, path: Path) -> Role:
    for role in ROLES:
        if said == role:
            return role
    roles = ", ".join(ROLES)
    raise _wrong(f"gives the role '{said}', which is none of {roles}{_near(str(said), ROLES)}", path)


def _hours(said: Mapping[str, object], path: Path) -> float:
    hours = said.get("hours", _HOURS)
    if isinstance(hours, bool) or not isinstance(hours, int | float) or not 0 < hours < math.inf:
        raise _wrong(f"gives '{hours}' as hours, which is no number above 0", path)
    return float(hours)


def _near(name: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(name, known, 1, 0.7)
    return f", did you mean {near[0]}?" if near else ""


def _wrong(what: str, path: Path) -> CallError:
    return CallError(f"the file of people {what}", where=path.name, remedy=_SEE)
