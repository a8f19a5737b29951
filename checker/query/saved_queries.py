"""Queries that come with guidecheck: ``saved/NAME.rq``, whose first line says what it is asked of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from checker.errors import CallError
from checker.knowledge import Knowledge
from checker.knowledge.names import GCR

FOLDER = Path(__file__).parent / "saved"
_LANGUAGE, _REQUIREMENTS = "LANGUAGE", "REQUIREMENTS"


@dataclass(frozen=True, slots=True)
class Saved:
    """``of`` is knowledge, results or reviews."""

    name: str
    of: str
    text: str

    def in_(self, language: str, requirements: Iterable[str] = ()) -> str:
        """For names in that language. Raises CallError where it asks about requirements of which there is none."""
        named = " ".join(f"<{GCR}{quote(id_, safe='')}>" for id_ in requirements)
        if _REQUIREMENTS in self.text and not named:
            raise CallError(f"'{self.name}' asks about a requirement", remedy="name it, as in --requirement REF-01")
        return self.text.replace(_LANGUAGE, language).replace(_REQUIREMENTS, named)


def saved_queries() -> dict[str, Saved]:
    """By name; those on the knowledge come first."""
    found = []
    for file in sorted(FOLDER.glob("*.rq")):
        text = file.read_text("utf-8")
        found.append(Saved(file.stem, text.partition("\n")[0].removeprefix("#").strip(), text))
    order = ("knowledge", "results", "reviews")
    return {one.name: one for one in sorted(found, key=lambda one: (order.index(one.of), one.name))}


def listed(knowledge: Knowledge, language: str) -> str:
    """A line a query: its name, what it tells, what it is asked of."""
    texts = knowledge.interface_texts(language)
    saved = saved_queries()
    rows = [(name, texts[f"query-{name}"], texts[f"query-of-{one.of}"]) for name, one in saved.items()]
    wide = [max(len(row[at]) for row in rows) for at in (0, 1)]
    return "\n".join(f"{name.ljust(wide[0])}  {what.ljust(wide[1])}  {of}" for name, what, of in rows)
