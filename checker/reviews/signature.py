"""The name that a person alone at their machine signs with: asked once, else the one they have on the system."""

from __future__ import annotations

import getpass
import unicodedata
from pathlib import Path

from platformdirs import user_data_path

LONGEST = 80


def kept_name() -> str:
    """The name that was kept, or ""."""
    try:
        return tidy(_file().read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return ""


def keep_name(name: str) -> None:
    """Keeps it in the user's data folder; an empty one is forgotten."""
    file = _file()
    if not tidy(name):
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(tidy(name) + "\n", "utf-8")


def local_name() -> str:
    """The name that was kept, the system's name for the person, or "reviewer" where there is none."""
    return kept_name() or system_name() or "reviewer"


def system_name() -> str:
    try:
        return tidy(getpass.getuser())
    except (OSError, KeyError, ImportError):  # an account without a name, as in some containers
        return ""


def tidy(name: str) -> str:
    """On one line, without signs that are not seen, at most ``LONGEST`` characters."""
    seen = "".join(" " if sign.isspace() else sign for sign in name if sign.isspace() or _seen(sign))
    return " ".join(seen.split())[:LONGEST].strip()


def _seen(sign: str) -> bool:
    return unicodedata.category(sign)[0] != "C"


def _file() -> Path:
    return user_data_path("guidecheck", appauthor=False) / "person.txt"
