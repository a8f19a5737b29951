"""The examples of requirements from the tests of the shapes; an installed copy has none."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from checker.knowledge import Knowledge
from checker.places import ONTOLOGY
from checker.reference.sources import Link, turtle_html
from checker.report import VERDICTS, Verdict
from checker.reports.counts import natural

EXAMPLES = ONTOLOGY.parent / "tests" / "shapes"


@dataclass(frozen=True, slots=True)
class Example:
    """A description of a draft, the verdict on it, and the ids of claims that fail."""

    name: str
    verdict: Verdict
    failing: tuple[str, ...]
    turtle: Markup


def read_examples(folder: Path, knowledge: Knowledge, link: Link) -> dict[str, tuple[Example, ...]]:
    """The examples of each requirement, those that meet it first."""
    found: dict[str, list[Example]] = {}
    for theme in knowledge.themes:
        if "/" in theme or not (folder / f"{theme}.csv").is_file():
            continue
        with (folder / f"{theme}.csv").open(encoding="utf-8", newline="") as rows:
            for requirement, example in _examples(csv.DictReader(rows), folder / theme, link):
                found.setdefault(requirement, []).append(example)
    return {r: tuple(sorted(examples, key=_order)) for r, examples in found.items()}


def _examples(rows: Iterable[dict[str, str]], folder: Path, link: Link) -> Iterable[tuple[str, Example]]:
    for row in rows:
        file = folder / row["file"]
        verdict = next((v for v in VERDICTS if v == row["verdict"]), None)
        if verdict is not None and file.is_file():
            shown = turtle_html(file.read_text("utf-8"), link)
            yield row["requirement"], Example(file.name, verdict, tuple((row["failing"] or "").split()), shown)


def _order(example: Example) -> tuple[object, ...]:
    return VERDICTS.index(example.verdict), natural(example.name)
