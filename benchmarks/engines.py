"""Both engines on the same shapes and examples in one run: seconds for each, and their ratio.

usage: python benchmarks/engines.py [--repeat N] [--all]

Three cases are measured unless all are asked for: pySHACL takes up to a quarter of a minute for one run of one case.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from pathlib import Path

from checker.descriptions.closure import closed
from checker.descriptions.rdf import read_rdf
from checker.engine import ENGINES, validate
from checker.knowledge import load
from checker.knowledge.shapes import shapes_graph

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "cases"
FEW = ("cote-divoire-sop.ttl", "el-salvador-reception-centre.ttl", "georgia-job-centres.ttl")


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--repeat", type=int, default=5)
    arguments.add_argument("--all", action="store_true", help="measure every case")
    asked = arguments.parse_args()
    files = sorted(EXAMPLES.glob("*.ttl")) if asked.all else [EXAMPLES / name for name in FEW]
    knowledge = load()
    shapes = shapes_graph(knowledge.index, knowledge.requirements.values())
    print(f"{len(shapes)} triples of shapes; median of {asked.repeat} runs after one to warm up")
    for file in files:
        data = closed(read_rdf(file, knowledge).triples, knowledge)
        medians = {engine: median(engine, shapes, data, asked.repeat) for engine in ENGINES}
        found = {engine: validate(shapes, data, engine) for engine in ENGINES}
        same = "same results" if len(set(found.values())) == 1 else "RESULTS DIFFER"
        ratio = medians["pyshacl"] / medians["compiled"]
        times = "  ".join(f"{engine} {1000 * seconds:8.1f} ms" for engine, seconds in medians.items())
        print(f"{file.name:36} {len(data):5} triples  {times}  ratio {ratio:6.1f}  {same}")
    return 0


def median(engine: str, shapes: tuple, data: tuple, repeat: int) -> float:
    validate(shapes, data, engine)
    seconds = []
    for _ in range(repeat):
        start = time.perf_counter()
        validate(shapes, data, engine)
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


if __name__ == "__main__":
    sys.exit(main())
