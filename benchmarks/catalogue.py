"""What the catalogue holds, and how long a full check of one description takes.

usage: python -m benchmarks.catalogue [--no-mutants]

Counts requirements, provisions that reach a shape, claims, shapes by kind of check, shapes that need SPARQL, examples
and mutants noticed; times the closure and the check of a description of about 200 triples, warm and cold.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from checker.check import check  # noqa: E402
from checker.descriptions.closure import close  # noqa: E402
from checker.descriptions.rdf import read_rdf  # noqa: E402
from checker.knowledge import load  # noqa: E402
from checker.knowledge.sparql import shapes_with_sparql  # noqa: E402

TRIPLES = 200
REPEATS = 5


def counts() -> None:
    knowledge = load()
    requirements = tuple(knowledge.requirements.values())
    reached = {p for r in requirements if r.claims for p in r.provisions}
    print(f"requirements            {len(requirements)}, with claims {sum(bool(r.claims) for r in requirements)}")
    print(f"provisions that reach a shape  {len(reached & set(knowledge.provisions))} of {len(knowledge.provisions)}")
    print(f"claims                  {sum(len(r.claims) for r in requirements)}")
    for kind, n in sorted(Counter(r.check_type for r in requirements if r.claims).items()):
        print(f"  shapes by check: {kind:<10} {n}")
    print(f"shapes that need SPARQL {len(shapes_with_sparql(knowledge.index, requirements))}")
    tables = [t for t in (ROOT / "tests/shapes").glob("*.csv") if (t.parent / t.stem).is_dir()]
    rows = [row for table in tables for row in csv.DictReader(table.open(encoding="utf-8"))]
    verdicts = ", ".join(f"{verdict} {n}" for verdict, n in sorted(Counter(row["verdict"] for row in rows).items()))
    print(f"examples                {len(rows)} ({verdicts}), worked cases {len(cases())}")


def cases() -> list[Path]:
    return sorted((ROOT / "examples/cases").glob("*.ttl"))


def times() -> None:
    knowledge = load()
    size = {file: len(read_rdf(file, knowledge).triples) for file in cases()}
    file = min(size, key=lambda f: abs(size[f] - TRIPLES))
    stated = read_rdf(file, knowledge).triples
    closing, whole, cold = [], [], []
    check([file], knowledge)
    for _ in range(REPEATS):
        started = time.perf_counter()
        close(stated, knowledge.axioms)
        closing.append(time.perf_counter() - started)
        started = time.perf_counter()
        check([file], knowledge)
        whole.append(time.perf_counter() - started)
        command = [
            sys.executable,
            "-c",
            "from checker.cli import main; main()",
            "check",
            str(file),
            "--fail-on",
            "never",
        ]
        started = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        cold.append(time.perf_counter() - started)
    print(f"one description         {file.name}, {size[file]} triples")
    print(f"  closure               {1000 * median(closing):.1f} ms")
    print(f"  check, warm           {1000 * median(whole):.0f} ms")
    print(f"  check, cold           {1000 * median(cold):.0f} ms, the whole command")


def mutants() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.shapes.mutants"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    print(f"mutants                 {done.stdout.strip().splitlines()[-1]}")


def main() -> int:
    counts()
    times()
    if "--no-mutants" not in sys.argv:
        mutants()
    return 0


if __name__ == "__main__":
    sys.exit(main())
