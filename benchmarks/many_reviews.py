"""How long a store of many reviews takes to list, open and decide.

    python -m benchmarks.many_reviews [REVIEWS] [DECISIONS]

Each review has 120 requirements; the store lies in a temporary folder.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from checker.report import InputReport, RequirementOutcome
from checker.reviews.desk import Desk, Person
from checker.reviews.opening import open_store
from checker.reviews.store import NewReview

_TEXT = "The returnee is asked for consent before any data is shared. " * 4


def main(reviews: int, decisions: int) -> None:
    outcomes = tuple(
        RequirementOutcome(
            f"SOP-{n}", "data", "Data", "Title", _TEXT, "must", "met", 0.4, True, (), (), (), _TEXT, _TEXT
        )
        for n in range(120)
    )
    report = InputReport("sop.txt", "0", "sop", "SOP", "en", 3, outcomes)
    with TemporaryDirectory() as folder:
        desk = Desk(open_store(Path(folder) / "reviews"), Person("Ana", "reviewer"))
        started = time.perf_counter()
        for number in range(reviews):
            new = NewReview(f"{number}.txt", str(number).encode(), None, replace(report, path=f"{number}"), "all", "")
            header = desk.add(new)
            for outcome in outcomes[:decisions]:
                desk.accept(header.id, outcome.id, None)
        each = (time.perf_counter() - started) / reviews / max(decisions, 1)
        print(f"{reviews} reviews with {decisions} decisions each: {each:.4f} s a decision")
        last = desk.headers()[-1].id
        _timed("headers", desk.headers)
        _timed("open one", lambda: desk.review(last))
        _timed("comment", lambda: desk.comment(last, "SOP-119", None, "Where?"))
        _timed("trail", lambda: desk.trail(last))


def _timed(what: str, does: Callable[[], object]) -> None:
    started = time.perf_counter()
    does()
    print(f"{what}: {time.perf_counter() - started:.4f} s")


if __name__ == "__main__":
    main(*(int(given) for given in (sys.argv[1:] + ["1000", "20"][len(sys.argv) - 1 :])))
