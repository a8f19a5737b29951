"""Generated portfolios with corruption: each description is judged as in a file of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.portfolio_files import write
from checker.knowledge import load
from checker.portfolio.rdf import read_drafts
from checker.portfolio.run import Settings, check_portfolio
from tests.portfolio.results import one_by_one, rows
from tests.portfolio.working import Here


@pytest.mark.parametrize(("seed", "faults"), [(1, 0.05), (2, 0.4)])
def test_together_as_apart(tmp_path: Path, seed: int, faults: float) -> None:
    together = tmp_path / "together.ttl"
    write(40, together, None, seed=seed, faults=faults)
    apart = []
    for number, drafted in enumerate(read_drafts(together, "", "", load(), None)):
        apart.append(tmp_path / f"{number:03}.nt")
        apart[-1].write_bytes(drafted.stated)
    out = tmp_path / "out"
    check_portfolio([str(together)], out, Settings("integrated-approach"), hire=lambda *_: Here())
    described = {row["description"]: row for row in rows(out, "descriptions")}
    columns = ("requirement", "verdict", "strength", "missing")
    mine = {
        (described[r["description"]]["title"] or r["description"], *(r[name] or "" for name in columns))
        for r in rows(out, "verdicts")
    }
    assert len(described) == len(apart) > 30
    assert mine == one_by_one(apart, "integrated-approach")[0]
