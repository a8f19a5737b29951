"""The licences of all that guidecheck brings along, as a table: ``python -m dependencies.licences``."""

from __future__ import annotations

import re
import sys

from dependencies.installed import Package, needed

_STRONG = re.compile(r"\bA?GPL|GNU (Affero )?General Public|\bSSPL|Server Side Public", re.IGNORECASE)
_LATER = re.compile(r"\bor[- ](any[- ])?later\b", re.IGNORECASE)
_CHOICE = re.compile(r"\bor\b", re.IGNORECASE)


def binds_us(package: Package) -> bool:
    """Whether every licence on offer asks that guidecheck itself be under it; where there is a choice, one is free."""
    return all(_STRONG.search(offered) for offered in _CHOICE.split(_LATER.sub("", package.licence)))


def table() -> str:
    """One package a line."""
    rows = [f"| {p.name} | {p.version} | {p.licence.splitlines()[0][:60]} |" for p in needed().values()]
    return "\n".join(("| package | version | licence |", "|---|---|---|", *rows))


if __name__ == "__main__":
    sys.stdout.write(table() + "\n")
