"""Whole processes from a cold start: one RDF file, one draft, folders; CPU and wall seconds, peak memory.

usage: python benchmarks/start_up.py [--repeat N] [--without-peer]

Results are not taken from the cache, but for fifty files of which none changed. The peer is pySHACL's command line on
the same shapes, those that a check of this file hands to its engine, and the same data with what follows from the
ontology.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CASE = "examples/cases/serbia-local-action-plans.ttl"
OURS = [sys.executable, "-c", "from checker.cli import main; main()", "check", "--fail-on", "never"]
JOBS = {
    "one RDF file": ["--no-cache", CASE],
    "one Word draft": ["--no-cache", "examples/drafts/sop-reintegration-en.docx"],
    "one PDF draft": ["--no-cache", "examples/drafts/programme-proposal-en.pdf"],
    "the examples folder": ["--no-cache", "examples"],
}


@dataclass(frozen=True, slots=True)
class Ran:
    cpu: float
    wall: float
    peak: int
    """Megabytes."""


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--repeat", type=int, default=3, help="runs of each; the one of least CPU counts")
    arguments.add_argument("--without-peer", action="store_true")
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tell("first run, nothing kept", [run([*OURS, "--no-cache", CASE], GUIDECHECK_CACHE=str(folder / "cache"))])
        found = {job: [run([*OURS, *what]) for _ in range(asked.repeat)] for job, what in JOBS.items()}
        found |= fifty_files(folder, asked.repeat)
        for job, runs in found.items():
            tell(job, runs)
        if not asked.without_peer:
            shapes, data = handed_over(folder)
            module = [sys.executable, "-m", "pyshacl", "-s", str(shapes), str(data)]
            peer = [run(module, code=1) for _ in range(asked.repeat)]
            tell("pySHACL on the RDF file", peer)
            ratio = min(r.cpu for r in peer) / min(r.cpu for r in found["one RDF file"])
            print(f"pySHACL takes {ratio:.1f} times the CPU time of ours")
    return 0


def tell(job: str, runs: list[Ran]) -> None:
    least = min(runs, key=lambda ran: ran.cpu)
    print(f"{job:38} {least.cpu:6.2f} s CPU  {least.wall:6.2f} s wall  peak {least.peak:4} MB", flush=True)


def fifty_files(folder: Path, repeat: int) -> dict[str, list[Ran]]:
    """With nothing kept, with the knowledge kept and with the results kept, too: as text, and as CI has it."""
    files, sarif = str(copies(folder / "fifty")), str(folder / "report.sarif")
    found = {}
    for name, formats in {"text": [], "SARIF and GitHub": ["--output", sarif, "--format", "github"]}.items():
        call, bare = [*OURS, files, *formats], folder / f"bare {name}"
        found[f"fifty, {name}, nothing kept"] = [run(call, GUIDECHECK_CACHE=str(bare))]
        found[f"fifty, {name}, knowledge kept"] = [run([*call, "--no-cache"]) for _ in range(repeat)]
        run(call)
        found[f"fifty, {name}, none changed"] = [run(call) for _ in range(repeat)]
    return found


def copies(folder: Path) -> Path:
    folder.mkdir()
    cases = sorted((ROOT / "examples" / "cases").glob("*.ttl"))
    for number in range(50):
        shutil.copy(cases[number % len(cases)], folder / f"{number:02}.ttl")
    return folder


def handed_over(folder: Path) -> tuple[Path, Path]:
    """Shapes and data as a check gives them to its engine, as N-Triples."""
    import pyoxigraph as ox

    from checker.descriptions.closure import closed
    from checker.descriptions.rdf import read_rdf
    from checker.knowledge import load
    from checker.knowledge.shape_texts import shapes_text
    from checker.selection import requirements_for

    knowledge = load()
    found = read_rdf(ROOT / CASE, knowledge)
    kinds = {kind for description in found.descriptions for _, kind in description.nodes}
    asked = [r for r in requirements_for(knowledge, knowledge.profiles["everything"], kinds) if r.has_claims]
    shapes, data = folder / "shapes.nt", folder / "data.nt"
    shapes.write_text(shapes_text(knowledge.shape_texts, asked), encoding="utf-8")
    ox.serialize(closed(found.triples, knowledge), str(data), format=ox.RdfFormat.N_TRIPLES)
    return shapes, data


def run(command: list[str], *, code: int = 0, **environment: str) -> Ran:
    """A whole process from start to end."""
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        os.chdir(ROOT)
        os.environ.update(environment)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.execv(command[0], command)  # noqa: S606
    _, status, usage = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) != code:
        raise SystemExit(f"{command[1:4]} ended with {os.waitstatus_to_exitcode(status)}")
    return Ran(usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss // 1024)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
