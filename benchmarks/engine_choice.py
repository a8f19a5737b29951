"""From what size on which engine is quicker: CPU seconds of a whole process, imports and all, with its program kept.

usage: python benchmarks/engine_choice.py [--sizes 1,3,10,30,100] [--requirements 1,12,0] [--repeat 3]

All descriptions of a size are one graph; shapes and class hierarchy are those that a check hands over.
The figures are what checker/engine/choice.py decides by.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

RUN = """
import resource, sys
from pathlib import Path
import pyoxigraph as ox
from checker.descriptions.closure import Closure
from checker.engine import validate
from checker.knowledge import load
known = load()
stated = {q.triple for q in ox.parse(path=sys.argv[3], format=ox.RdfFormat.TURTLE)} - {*known.class_hierarchy}
data = Closure(tuple(stated), (), None).beside(known.superclasses)
validate(Path(sys.argv[2]).read_text(), data, sys.argv[1])
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, len(data))
"""


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--sizes", default="1,3,10,30,100")
    arguments.add_argument("--requirements", default="1,12,0", help="how many; 0 for all")
    arguments.add_argument("--repeat", type=int, default=3, help="runs of each; the quickest counts")
    asked = arguments.parse_args()
    from benchmarks.portfolio_files import write
    from checker.knowledge import load
    from checker.knowledge.shape_texts import shapes_text

    known = load()
    asked_of = sorted((r for r in known.requirements.values() if r.has_claims), key=lambda r: r.id)

    with tempfile.TemporaryDirectory() as folder:
        shapes, data = Path(folder) / "shapes.nt", Path(folder) / "data.ttl"
        for wanted in map(int, asked.requirements.split(",")):
            chosen = asked_of[:: max(len(asked_of) // wanted, 1)][:wanted] if wanted else asked_of
            shapes.write_text(text := shapes_text(known.shape_texts, chosen), encoding="utf-8")
            letters = len(text)
            print(f"{len(chosen)} requirements, {letters / 1e6:.2f} million characters")
            for size in map(int, asked.sizes.split(",")):
                write(size, data, None)
                found = {engine: run(engine, shapes, data, asked.repeat) for engine in ("compiled", "sets")}
                triples = found["sets"][1]
                said = "  ".join(f"{engine} {seconds:6.2f} s" for engine, (seconds, _) in found.items())
                print(f"  N = {size:4} {triples:7} triples, product {letters * triples:.1e}  {said}", flush=True)
    return 0


def run(engine: str, shapes: Path, data: Path, repeat: int) -> tuple[float, int]:
    """CPU seconds, and how many triples there were; infinite where the engine fails."""
    found = []
    for _ in range(repeat):
        done = subprocess.run(
            [sys.executable, "-c", RUN, engine, str(shapes), str(data)], capture_output=True, text=True, check=False
        )
        seconds, triples = done.stdout.split() if done.returncode == 0 else ("inf", "0")
        found.append((float(seconds), int(triples)))
    return min(found)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    sys.exit(main())
