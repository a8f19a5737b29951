"""Does a shape notice what is taken out of, or falsified in, an example that conforms to it?

usage: python -m tests.shapes.mutants [REQUIREMENT ...] [--survivors]

Every triple of every passing example (labels left out) is removed once, and every class, concept and literal is once
replaced by another. A mutant is noticed where the requirement's own results change. Survivors that are harmless stand
in harmless.csv with the reason.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from checker.descriptions.closure import closed
from checker.descriptions.rdf import read_rdf
from checker.engine import Result, validate
from checker.knowledge import load
from checker.knowledge.model import Requirement
from checker.knowledge.names import DCTERMS, GC, RDFS, SKOS, TYPE, local
from checker.knowledge.shapes import shapes_graph

HERE = Path(__file__).parent
HARMLESS = HERE / "harmless.csv"
_NAMES = frozenset((RDFS + "label", RDFS + "comment", SKOS + "prefLabel", GC + "hasName", DCTERMS + "language"))


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change of one example: ``remove`` or ``change``, and the triple that it hit in short."""

    requirement: str
    file: str
    change: str
    triple: str
    triples: tuple[ox.Triple, ...]


def mutants(requirement: str, file: Path) -> Iterator[Mutant]:
    """Every mutant of an example, in the order of its triples."""
    knowledge = load()
    stated = read_rdf(file, knowledge).triples
    drafts = {k.iri for k in knowledge.kinds.values()}
    for triple in stated:
        if triple.predicate.value in _NAMES or _value(triple.object) in drafts:
            continue
        rest = tuple(t for t in stated if t != triple)
        said = f"{local(triple.predicate.value)} {_short(triple.object)}"
        yield Mutant(requirement, file.name, "remove", said, rest)
        other = _other(triple)
        if other is not None:
            changed = ox.Triple(triple.subject, triple.predicate, other)
            yield Mutant(requirement, file.name, "change", said, (*rest, changed))


def _value(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else ""


def _short(term: object) -> str:
    return f"“{term.value}”" if isinstance(term, ox.Literal) else _kept(local(_value(term)))


def _kept(name: str) -> str:
    return "node" if name.startswith("urn:guidecheck:node:") else name


def _other(triple: ox.Triple) -> ox.NamedNode | ox.Literal | None:
    """Another value of the same sort: a class beside this one, a concept of the same scheme, another literal."""
    index, o = load().index, triple.object
    if isinstance(o, ox.Literal):
        return ox.Literal("never", language=o.language) if o.language else ox.Literal("never")
    if not isinstance(o, ox.NamedNode) or not o.value.startswith(GC):
        return None
    if triple.predicate.value == TYPE:
        return ox.NamedNode(
            GC + ("Statement" if GC + "Statement" not in index.keys(o.value, RDFS + "subClassOf") else "Sector")
        )
    near = {*index.below(o.value), *index.reach(o.value, SKOS + "broader")}
    for scheme in index.keys(o.value, SKOS + "inScheme"):
        for other in _members(scheme):
            if other not in near:
                return ox.NamedNode(other)
    return ox.NamedNode(GC + "itself")


@cache
def _members(scheme: str) -> list[str]:
    index = load().index
    return [s for s in sorted(index.subjects()) if scheme in index.keys(s, SKOS + "inScheme")]


def survivors(requirement: Requirement, file: Path) -> tuple[int, list[Mutant]]:
    """How many mutants the example has, and those that leave the requirement's results as they were."""
    original = Mutant(requirement.id, file.name, "", "", read_rdf(file, load()).triples)
    found = list(mutants(requirement.id, file))
    before, *after = _results(requirement, [original, *found])
    left = [m for m, results in zip(found, after, strict=True) if results == before]
    # a claim that walks back from a concept sees all mutants of one run, so that each of those left is asked by itself
    (before,) = _results(requirement, [original]) if left else (set(),)
    return len(found), [m for m in left if _results(requirement, [m]) == [before]]


def _results(requirement: Requirement, changed: Sequence[Mutant]) -> list[set[tuple[str, str]]]:
    knowledge = load()
    graph = [t for n, m in enumerate(changed) for t in _renamed(m.triples, n)]
    results: list[set[tuple[str, str]]] = [set() for _ in changed]
    for result in validate(shapes_graph(knowledge.index, [requirement]), closed(graph, knowledge)):
        number, what = _mine(result)
        results[number].add(what)
    return results


def _renamed(triples: Iterable[ox.Triple], number: int) -> Iterator[ox.Triple]:
    """The same triples about nodes of their own, so that one run of the engine sees many mutants."""

    def name(term: ox.NamedNode) -> ox.NamedNode:
        return ox.NamedNode(f"urn:mutant:{number}:{term.value}") if not term.value.startswith(GC) else term

    for t in triples:
        o = t.object
        kept = t.predicate.value == TYPE or not isinstance(o, ox.NamedNode)
        yield ox.Triple(name(t.subject), t.predicate, o if kept else name(o))  # type: ignore[arg-type]


def _mine(result: Result) -> tuple[int, tuple[str, str]]:
    number, focus = result.focus.removeprefix("urn:mutant:").split(":", 1)
    return int(number), (focus, result.shape)


def examples(only: Iterable[str] = ()) -> Iterator[tuple[Requirement, Path]]:
    """The passing examples of all requirements, or of some."""
    wanted = set(only)
    for requirement in sorted(load().requirements.values(), key=lambda r: r.id):
        file = HERE / requirement.theme / f"{requirement.id}-pass.ttl"
        if file.exists() and (not wanted or requirement.id in wanted):
            yield requirement, file


def harmless() -> set[tuple[str, str, str]]:
    """Survivors that were looked at and change nothing that is asked."""
    if not HARMLESS.exists():
        return set()
    rows = csv.DictReader(HARMLESS.open(encoding="utf-8"))
    return {(row["file"], row["change"], row["triple"]) for row in rows}


def main(arguments: list[str]) -> int:
    only = [a for a in arguments if not a.startswith("--")]
    total, alive, excused = 0, 0, harmless()
    known = 0
    for requirement, file in examples(only):
        count, left = survivors(requirement, file)
        total += count
        for mutant in left:
            if (mutant.file, mutant.change, mutant.triple) in excused:
                known += 1
                continue
            alive += 1
            if only or "--survivors" in arguments:
                print(f"{mutant.file},{mutant.change},{mutant.triple}")  # noqa: T201
    if not total:
        print("no passing example")  # noqa: T201
        return 2
    noticed = 1 - (alive + known) / total
    print(  # noqa: T201
        f"{total} mutants, {total - alive - known} noticed ({noticed:.1%}), {known} harmless, {alive} not accounted for"
    )
    return 0 if not alive else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
