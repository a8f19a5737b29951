"""How well drafts are read, on the development drafts: baselines, search, verdicts, calibration; figures as a table.

usage: python benchmarks/evidence.py [--given]

The drafts and the scoring tool lie beside the checkout, in ../shared (or where GUIDECHECK_SHARED points). What has
weights of its own here (cues only, the plain stack) learns them on six drafts and is tried on the seventh, seven times.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from benchmarks.evidence_rows import Row, rows
from benchmarks.softmax import fit

WAYS = ("met", "partly-met", "not-stated")
Verdicts = dict[int, str]


def f1(pairs: Iterable[tuple[str, str]]) -> tuple[float, float, float]:
    """Macro-F1, precision of met and recall of met of (gold, said) pairs."""
    confusion = Counter(pairs)
    scores = []
    for way in WAYS:
        hit = confusion[way, way]
        said, true = sum(confusion[g, way] for g in WAYS), sum(confusion[way, s] for s in WAYS)
        precision, recall = hit / max(1, said), hit / max(1, true)
        scores.append((2 * precision * recall / (precision + recall) if hit else 0.0, precision, recall))
    return sum(s[0] for s in scores) / 3, scores[0][1], scores[0][2]


def learned(found: Sequence[Row], features: Callable[[Row], list[float]]) -> list[str]:
    """Verdicts from features by a regression that never saw the draft."""
    x, y = np.array([features(r) for r in found]), np.array([WAYS.index(r.gold) for r in found])
    drafts = np.array([r.draft for r in found])
    said = np.zeros(len(found), dtype=int)
    for draft in sorted(set(drafts)):
        other = drafts != draft
        said[~other] = fit(x[other], y[other])(x[~other]).argmax(axis=1)
    return [WAYS[n] for n in said]


def table(title: str, found: Sequence[Row], said: Sequence[str]) -> None:
    macro, precision, recall = f1((r.gold, s) for r, s in zip(found, said, strict=True))
    print(f"{title:44} {len(found):4} {macro:8.3f} {precision:7.2f} {recall:7.2f}")


def groups(found: Sequence[Row], key: Callable[[Row], str]) -> dict[str, list[Row]]:
    by: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        by[key(row)].append(row)
    return dict(sorted(by.items()))


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--given", action="store_true", help="take kind and language from the index")
    found = rows(given=arguments.parse_args().given)
    print(f"{'verdicts':44} rows macro-F1   met P   met R")
    table("always partly met", found, ["partly-met"] * len(found))
    table("cues only (regression)", found, learned(found, lambda r: r.cues))
    table("plain stack: cues and BM25 (regression)", found, learned(found, lambda r: [*r.cues, *r.likeness]))
    table("slots alone", found, [r.slots for r in found])
    table("slots with mood", found, [r.slots_with_mood for r in found])
    table("slots with mood and strength (the product)", found, [r.said for r in found])
    table("the same with a perfect search", found, [r.perfect_search for r in found])
    for name, key in (("language", lambda r: r.language), ("draft", lambda r: r.draft), ("theme", lambda r: r.theme)):
        print(f"\nthe product by {name}")
        for value, some in groups(found, key).items():
            table(f"  {value}", some, [r.said for r in some])
    print("\nsearch: a gold passage among the first")
    with_quotes = [r for r in found if r.rank is not None]
    for n in (1, 3, 8):
        by = groups(with_quotes, lambda r: r.language)
        parts = (f"{code} {np.mean([r.rank < n for r in some]):.3f}" for code, some in by.items())
        print(f"  {n}: {np.mean([r.rank < n for r in with_quotes]):.3f} of {len(with_quotes)} ({', '.join(parts)})")
    print("\ncalibration: share right among verdicts by confidence")
    for low in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        some = [r for r in found if low <= r.confidence < low + 0.1]
        if some:
            print(f"  {low:.1f} to {low + 0.1:.1f}: {np.mean([r.said == r.gold for r in some]):.2f} of {len(some)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
