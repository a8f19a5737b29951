"""Makes N descriptions from the worked cases, each with names and faults of its own, in one file of Turtle.

usage: python benchmarks/portfolio_files.py --data N FILE [FOLDER] [--seed 1] [--faults 0.05]
       python benchmarks/portfolio_files.py --shapes FILE N

A fault takes a statement away, gives it another object of the same property, or spoils its literal. What follows from
each case by the ontology is in the file, and the class hierarchy once, so that an engine needs nothing else. FOLDER
gets the same in N-Triples too, a hundred descriptions a file, each file with the hierarchy. --shapes writes the shapes
of N requirements, of all where it is 0, as N-Triples, and prints how many they are.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

import pyoxigraph as ox

from checker.descriptions.closure import close
from checker.descriptions.rdf import read_rdf
from checker.knowledge import load
from checker.knowledge.shapes import shapes_graph

CASES = sorted((Path(__file__).resolve().parents[1] / "examples" / "cases").glob("*.ttl"))
OWN = ("https://example.org/", "urn:guidecheck:node:")
PREFIXES = {"gc": "https://w3id.org/guidecheck/ontology#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#"}


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    what = arguments.add_mutually_exclusive_group(required=True)
    what.add_argument("--data", nargs="+", metavar="N FILE FOLDER")
    what.add_argument("--shapes", nargs=2, metavar=("FILE", "N"))
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--faults", type=float, default=0.05, help="the share of statements that are spoilt")
    asked = arguments.parse_args()
    if asked.shapes:
        print(write_shapes(Path(asked.shapes[0]), int(asked.shapes[1])))
        return 0
    count, file, *batches = asked.data
    write(int(count), Path(file), Path(batches[0]) if batches else None, asked.seed, asked.faults)
    return 0


def write_shapes(file: Path, wanted: int) -> int:
    knowledge = load()
    names = sorted(r for r, found in knowledge.requirements.items() if found.has_claims)
    chosen = names[:: max(len(names) // wanted, 1)][:wanted] if wanted else names
    triples = shapes_graph(knowledge.index, [knowledge.requirements[name] for name in chosen])
    ox.serialize(triples, str(file), format=ox.RdfFormat.N_TRIPLES)
    return len(chosen)


def write(count: int, file: Path, batches: Path | None, seed: int = 1, faults: float = 0.05) -> None:
    knowledge = load()
    cases = []
    for case in CASES:
        closure = close(read_rdf(case, knowledge).triples, knowledge.axioms)
        cases.append((*closure.stated, *closure.inferred))
    made = descriptions(cases, count, seed, faults)
    if batches is None:
        triples = chain(knowledge.class_hierarchy, chain.from_iterable(made))
    else:
        batches.mkdir(parents=True, exist_ok=True)
        triples = chain(knowledge.class_hierarchy, _also_in(batches, made, knowledge.class_hierarchy))
    ox.serialize(triples, str(file), format=ox.RdfFormat.TURTLE, prefixes=PREFIXES)


def _also_in(folder: Path, made: Iterator[list], hierarchy: tuple[ox.Triple, ...]) -> Iterator[ox.Triple]:
    number = 0
    while batch := list(islice(made, 100)):
        triples = [t for description in batch for t in description]
        ox.serialize((*hierarchy, *triples), str(folder / f"{number:05}.nt"), format=ox.RdfFormat.N_TRIPLES)
        yield from triples
        number += 1


def descriptions(cases: list[tuple[ox.Triple, ...]], count: int, seed: int, faults: float) -> Iterator[list]:
    chance = random.Random(seed)  # noqa: S311
    others: dict[str, list] = defaultdict(list)
    for case in cases:
        for t in case:
            if not _own(t.object):
                others[t.predicate.value].append(t.object)
    for number in range(count):
        made = []
        for t in cases[number % len(cases)]:
            value = t.object
            if chance.random() < faults:
                value = _spoilt(value, others[t.predicate.value], chance)
            if value is not None:
                made.append(ox.Triple(_renamed(t.subject, number), t.predicate, _renamed(value, number)))
        yield made


def _spoilt(value, others: list, chance: random.Random):
    fault = chance.randrange(3)
    if fault == 0:
        return None
    if fault == 1 and others:
        return chance.choice(others)
    if isinstance(value, ox.Literal):
        return ox.Literal(value.value[::-1], datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#date"))
    return None


def _own(term) -> bool:
    return isinstance(term, ox.NamedNode) and term.value.startswith(OWN)


def _renamed(term, number: int):
    return ox.NamedNode(f"{term.value}-{number}") if _own(term) else term


if __name__ == "__main__":
    sys.exit(main())
