"""How fast IATI files stream in, and in how much memory, beside a full parse with lxml and a load with rdflib.

usage: python -m benchmarks.iati [--source FILE] [--megabytes N] [--keep FILE]

A file is made by repeating the activities of the source. Every way runs in a process of its own, whole process
measured: CPU seconds, MB/s by CPU, peak memory. rdflib reads what ours makes of the activities, as N-Triples.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

SOURCE = Path("examples/iati/reintegration-activities.xml")
_START, _END = b"<iati-activity", b"</iati-activities>"


def grown(source: Path, target: Path, megabytes: int) -> int:
    """Writes the activities of the source again and again; returns how often."""
    data = source.read_bytes()
    first = min(data.index(_START + end) for end in (b" ", b">") if _START + end in data)
    last = data.rindex(_END)
    body = data[first:last]
    times = max(1, megabytes * 10**6 // len(body))
    with target.open("wb") as stream:
        stream.write(data[:first])
        for _ in range(times):
            stream.write(body)
        stream.write(data[last:])
    return times


def cut(file: Path) -> int:
    from checker.descriptions.iati.stream import read_pieces

    return sum(1 for _ in read_pieces(file))


def chosen(file: Path) -> int:
    from checker.activities import ActivityFile
    from checker.knowledge import load

    return sum(len(taken.activity.statements) for taken in ActivityFile(file, load()))


def everything(file: Path) -> int:
    from checker.activities import ActivityFile
    from checker.knowledge import load

    return sum(len(taken.activity.statements) for taken in ActivityFile(file, load(), everything=True))


def lxml_full(file: Path) -> int:
    from lxml import etree

    return len(etree.parse(str(file), etree.XMLParser(huge_tree=True)).getroot())


def lxml_full_and_schema(file: Path) -> int:
    from lxml import etree

    from checker.places import IATI_SCHEMAS

    schema = etree.XMLSchema(etree.parse(str(IATI_SCHEMAS / "iati-activities-schema.xsd")))
    tree = etree.parse(str(file), etree.XMLParser(huge_tree=True))
    schema.validate(tree)
    return len(tree.getroot())


def rdflib_load(file: Path) -> int:
    import rdflib

    return len(rdflib.Graph().parse(file, format="nt"))


WAYS: dict[str, Callable[[Path], int]] = {
    "cut into activities": cut,
    "chosen, schema checked, described": chosen,
    "all, schema checked, described": everything,
    "lxml, one tree": lxml_full,
    "lxml, one tree, schema checked": lxml_full_and_schema,
    "rdflib, the statements": rdflib_load,
}
RDFLIB = "rdflib, the statements"


def as_ntriples(file: Path, target: Path) -> None:
    import pyoxigraph as ox

    from checker.activities import ActivityFile
    from checker.knowledge import load

    def apart() -> Iterator[ox.Triple]:
        """An activity that comes again is another one."""
        for n, taken in enumerate(ActivityFile(file, load(), everything=True)):
            for t in taken.activity.statements:
                o = t.object
                theirs = isinstance(o, ox.NamedNode) and o.value.startswith("urn:")
                yield ox.Triple(_numbered(t.subject, n), t.predicate, _numbered(o, n) if theirs else o)

    with target.open("wb") as stream:
        ox.serialize(apart(), stream, format=ox.RdfFormat.N_TRIPLES)


def _numbered(node: object, n: int) -> object:
    import pyoxigraph as ox

    return ox.NamedNode(f"{getattr(node, 'value', '')}:{n}")


def measured(way: str, file: Path) -> tuple[float, float, int]:
    """CPU seconds, peak memory in MB, and what was counted."""
    command = [sys.executable, "-m", "benchmarks.iati", "--way", way, "--keep", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ})
    said = json.loads(done.stdout)
    return said["cpu"], said["peak"], said["count"]


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--source", type=Path, default=SOURCE)
    asked.add_argument("--megabytes", type=int, default=50)
    asked.add_argument("--keep", type=Path)
    asked.add_argument("--way")
    asked.add_argument("--ours-alone", action="store_true")
    options = asked.parse_args()
    if options.way:
        count = WAYS[options.way](options.keep)
        used = resource.getrusage(resource.RUSAGE_SELF)
        print(json.dumps({"cpu": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss / 1024, "count": count}))
        return
    with tempfile.TemporaryDirectory() as folder:
        file, triples = options.keep or Path(folder) / "activities.xml", Path(folder) / "statements.nt"
        grown(options.source, file, options.megabytes)
        size = file.stat().st_size / 10**6
        ways = list(WAYS)[:3] if options.ours_alone else list(WAYS)
        if RDFLIB in ways:
            as_ntriples(file, triples)
        print(f"{size:.0f} MB from {options.source.name}\n")
        print("| way | CPU s | MB/s | peak MB | times our CPU |\n|---|---|---|---|---|")
        ours = 0.0
        for way in ways:
            cpu, peak, _ = measured(way, triples if way == RDFLIB else file)
            ours = ours or (cpu if way.startswith("chosen") else 0.0)
            ratio = f"{cpu / ours:.2f}" if ours else ""
            print(f"| {way} | {cpu:.1f} | {size / cpu:.1f} | {peak:.0f} | {ratio} |", flush=True)


if __name__ == "__main__":
    main()
