"""Both engines on the same shapes and examples in one run: seconds for each, and their ratio.

usage: python benchmarks/engines.py [--repeat N]
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


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--repeat", type=int, default=5)
    repeat = arguments.parse_args().repeat
    knowledge = load()
    shapes = shapes_graph(knowledge.index, knowledge.requirements.values())
    print(f"{len(shapes)} triples of shapes; median of {repeat} runs after one to warm up")
    for file in sorted(EXAMPLES.glob("*.ttl")):
        data = closed(read_rdf(file, knowledge).triples, knowledge)
        medians = {engine: median(engine, shapes, data, repeat) for engine in ENGINES}
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
