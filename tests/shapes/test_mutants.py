"""What is taken out of a conforming example, or falsified in it, is noticed, or listed as harmless with the reason."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

import pytest

from checker.knowledge import load
from tests.shapes.mutants import HARMLESS, examples, harmless, survivors

THEMES = sorted(load().themes)


@cache
def run(theme: str) -> tuple[int, frozenset[tuple[str, str, str]]]:
    count, left = 0, set()
    for requirement, file in examples():
        if requirement.theme == theme:
            tried, alive = survivors(requirement, file)
            count += tried
            left |= {(m.file, m.change, m.triple) for m in alive}
    return count, frozenset(left)


@pytest.mark.parametrize("theme", THEMES)
def test_every_mutant_is_noticed_or_listed(theme: str) -> None:
    count, left = run(theme)
    assert left <= harmless()
    assert count > 0
    assert len(left) / count < 0.1


def test_the_list_holds_nothing_that_is_noticed_by_now() -> None:
    files = defaultdict(set)
    for requirement, file in examples():
        files[requirement.theme].add(file.name)
    themes = {theme for theme, names in files.items() for row in harmless() if row[0] in names}
    assert harmless() <= set().union(*(run(theme)[1] for theme in themes), set())
    assert HARMLESS.exists()
