"""Engines on the same portfolio, each in a process of its own: wall and CPU seconds, peak memory, and the ratios.

usage: python benchmarks/portfolio.py [--sizes 1,100,1000,10000] [--requirements 12] [--limit 300]
                                              [--engines drain,sets,...] [--repeat 1]

drain parses the file and throws it away. sets and shacl read one file; shacl-batches reads the same in files of a
hundred descriptions, which suits an engine that works node by node best. All engines read the shapes from N-Triples.
Counts of results by shape and component must be equal.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox

Counts = Counter[tuple[str, str]]


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--sizes", default="1,100,1000,10000")
    arguments.add_argument("--requirements", type=int, default=12, help="how many; 0 for all")
    arguments.add_argument("--limit", type=float, default=300, help="seconds for one run")
    arguments.add_argument("--engines", default=",".join(ENGINES))
    arguments.add_argument("--repeat", type=int, default=1, help="runs of each; the quickest counts")
    arguments.add_argument("--one", nargs=3, metavar=("ENGINE", "SHAPES", "DATA"), help=argparse.SUPPRESS)
    asked = arguments.parse_args()
    if asked.one:
        name, shapes, data = asked.one
        print(said(ENGINES[name](Path(shapes), Path(data))))
        return 0
    from benchmarks.portfolio_files import write

    with tempfile.TemporaryDirectory() as folder:
        shapes = Path(folder) / "shapes.nt"
        count = write_shapes(shapes, asked.requirements)
        print(
            f"{count} requirements, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; quickest of {asked.repeat}"
        )
        given_up: set[str] = set()
        for size in map(int, asked.sizes.split(",")):
            data = Path(folder) / f"{size}.ttl"
            write(size, data, Path(folder) / f"{size}.batches")
            print(f"N = {size}: {data.stat().st_size / 1e6:.1f} MB")
            compare(asked.engines.split(","), shapes, data, asked.limit, asked.repeat, given_up)
    return 0


def compare(names: list[str], shapes: Path, data: Path, limit: float, repeat: int, given_up: set[str]) -> None:
    first: dict | None = None
    seen = set()
    for name in names:
        if name in given_up:
            print(f"  {name:14} not run: a smaller portfolio took too long")
            continue
        runs = [run for run in (measured(name, shapes, data, limit) for _ in range(repeat)) if run]
        if not runs:
            given_up.add(name)
            print(f"  {name:14} no result within {limit:.0f} s")
            continue
        best = min(runs, key=lambda r: r["cpu"])
        best["wall"] = min(r["wall"] for r in runs)
        first = first or best
        if best["results"]:
            seen.add(best["digest"])
        print(
            f"  {name:14} {best['wall']:8.2f} s wall {best['cpu']:8.2f} s CPU {best['memory']:7.0f} MB"
            f"  x{best['wall'] / first['wall']:7.1f} wall x{best['cpu'] / first['cpu']:7.1f} CPU of {names[0]}"
            f"  {best['results']:9} results"
        )
    print(f"  counts by shape and component are {'equal' if len(seen) <= 1 else 'NOT EQUAL'}")


def measured(name: str, shapes: Path, data: Path, limit: float) -> dict | None:
    """Wall and CPU seconds and peak megabytes of a whole process; None past the limit or where it fails."""
    start = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, __file__, "--one", name, str(shapes), str(data)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    try:
        out, _ = child.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        return None
    wall = time.perf_counter() - start
    return None if child.returncode else {"wall": wall, **json.loads(out)}


def said(counts: Counts) -> str:
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    digest = hashlib.sha256(repr(sorted(counts.items())).encode()).hexdigest()
    return json.dumps(
        {
            "cpu": used.ru_utime + used.ru_stime,
            "memory": peak(),
            "results": counts.total(),
            "digest": digest,
        }
    )


def peak() -> float:
    """Peak megabytes of this process alone: getrusage counts the parent's, from before the program began."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def write_shapes(file: Path, wanted: int) -> int:
    from checker.knowledge import load
    from checker.knowledge.shapes import shapes_graph

    knowledge = load()
    names = sorted(r for r, found in knowledge.requirements.items() if found.has_claims)
    chosen = names[:: max(len(names) // wanted, 1)][:wanted] if wanted else names
    triples = shapes_graph(knowledge.index, [knowledge.requirements[name] for name in chosen])
    ox.serialize(triples, str(file), format=ox.RdfFormat.N_TRIPLES)
    return len(chosen)


def drain(_: Path, data: Path) -> Counts:
    for _quad in ox.parse(path=str(data), format=ox.RdfFormat.TURTLE):
        pass
    return Counter()


def sets(shapes: Path, data: Path) -> Counts:
    from checker.engine.sets import validate_files

    triples = (q.triple for q in ox.parse(path=str(shapes), format=ox.RdfFormat.N_TRIPLES))
    found = validate_files(triples, [data])
    counts: Counts = Counter()
    for (shape, component), count in found.counts().items():
        counts[_name(str(shape)), component] += count
    return counts


def shacl(shapes: Path, data: Path) -> Counts:
    import shacl as package

    compiled = package.Shapes.from_text(shapes.read_text(encoding="utf-8"), format="ntriples")
    report = compiled.validate_text(data.read_text(encoding="utf-8"), format="turtle")
    return Counter((_name(r.source_shape), r.component_iri) for r in report.results)


def shacl_batches(shapes: Path, data: Path) -> Counts:
    import shacl as package

    compiled = package.Shapes.from_text(shapes.read_text(encoding="utf-8"), format="ntriples")
    found: Counts = Counter()
    for file in sorted(data.with_suffix(".batches").iterdir()):
        report = compiled.validate_text(file.read_text(encoding="utf-8"), format="ntriples")
        found.update((_name(r.source_shape), r.component_iri) for r in report.results)
    return found


def pyshacl(shapes: Path, data: Path) -> Counts:
    import pyshacl as package
    import rdflib
    from rdflib.namespace import SH

    report = package.validate(
        rdflib.Graph().parse(data, format="turtle"), shacl_graph=rdflib.Graph().parse(shapes, format="nt")
    )[1]
    return Counter(
        (_name(report.value(r, SH.sourceShape).n3()), str(report.value(r, SH.sourceConstraintComponent)))
        for r in report.objects(None, SH.result)
    )


def _name(shape: str | None) -> str:
    return shape[1:-1] if shape and shape.startswith("<") else "_:"


ENGINES: dict[str, Callable[[Path, Path], Counts]] = {
    "drain": drain,
    "sets": sets,
    "shacl-batches": shacl_batches,
    "shacl": shacl,
    "pyshacl": pyshacl,
}

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    sys.exit(main())
