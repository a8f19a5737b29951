"""Asks as the command does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from checker.knowledge import load
from checker.query.asked import MEMORY, ask
from checker.query.places import Asked, Said, Sources


def knowledge() -> tuple[str, ...]:
    return tuple(str(file) for file in load().files)


def asked(query: str, *, most: int = 1000, memory: int = MEMORY, seconds: float = 60, outside: bool = False,
          with_knowledge: bool = False, **sources: Any) -> Said:  # fmt: skip
    found = Sources(knowledge=knowledge() if with_knowledge else (), **sources)
    return ask(Asked(query, "q.rq", found, most, memory, outside), seconds)


def rows(said: Said) -> list[dict[str, str]]:
    bindings = json.loads(said.rows)["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in bindings]


def file(folder: Path, text: str, name: str = "a.ttl") -> str:
    (folder / name).write_text(text, "utf-8")
    return str(folder / name)
