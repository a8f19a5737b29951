"""How files are put together to tasks."""

from __future__ import annotations

from collections.abc import Iterable

from checker.portfolio.plan import tasks_of
from checker.portfolio.task import Item, Job

JOB = Job("out", "everything", "mark", 2**30)


def batches(names: Iterable[str]) -> set[tuple[str, ...]]:
    items = [Item(name, name, "", 1000) for name in names]
    return {tuple(item.source for item in task.items) for task in tasks_of(items, JOB)}


def test_a_file_that_goes_changes_few_batches() -> None:
    names = [f"data/{n:05}.ttl" for n in range(20_000)]
    before = batches(names)
    assert sum(map(len, before)) == len(names)
    assert len(before) > 100
    for gone in (0, 7_777, 19_999):
        assert len(batches(names[:gone] + names[gone + 1 :]) - before) <= 4
