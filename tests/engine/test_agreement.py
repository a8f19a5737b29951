"""The engines agree on the project's own shapes: on each worked case, and on all examples of a theme at once."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import chain
from pathlib import Path

import pyoxigraph as ox
import pytest

from checker.descriptions.closure import close, closed
from checker.descriptions.rdf import read_rdf
from checker.engine import Result, validate
from checker.engine.sets import validate_files
from checker.knowledge import load
from checker.knowledge.shapes import shapes_graph

TESTS = Path(__file__).parents[1]
CASES = sorted((TESTS.parent / "examples" / "cases").glob("*.ttl"))
THEMES = sorted(folder for folder in (TESTS / "shapes").iterdir() if any(folder.glob("*.ttl")))


@cache
def catalogue() -> tuple[ox.Triple, ...]:
    return shapes_graph(load().index, load().requirements.values())


def apart(triples: tuple[ox.Triple, ...], name: str) -> tuple[ox.Triple, ...]:
    """The same triples with the names of their own nodes made theirs alone."""

    def own(term: object) -> object:
        shared = not isinstance(term, ox.NamedNode) or not term.value.startswith(("https://example.org/", "urn:"))
        return term if shared else ox.NamedNode(f"{term.value}/{name}")  # type: ignore[union-attr]

    return tuple(ox.Triple(own(t.subject), t.predicate, own(t.object)) for t in triples)  # type: ignore[arg-type]


def together_and_alone(
    shapes: tuple[ox.Triple, ...], given: list[Path], folder: Path
) -> tuple[Counter[Result], Counter[Result]]:
    """What the files give in one run of the one engine, and file by file with the other."""
    alone: Counter[Result] = Counter()
    files = []
    for file in given:
        closure = close(read_rdf(file, load()).triples, load().axioms)
        alone.update(validate(shapes, closure.beside(load().superclasses), "compiled"))
        files.append(folder / f"{file.stem}.nt")
        ox.serialize((*closure.stated, *closure.inferred), str(files[-1]), format=ox.RdfFormat.N_TRIPLES)
    together = validate_files(shapes, files, beside=load().class_hierarchy)
    return Counter(result.short for result in together), alone


def test_worked_cases_say_together_what_each_says_alone(tmp_path: Path) -> None:
    together, alone = together_and_alone(catalogue(), CASES, tmp_path)
    assert together == alone


@pytest.mark.parametrize("theme", THEMES, ids=lambda f: f.name)
def test_files_of_a_theme_say_together_what_each_says_alone(theme: Path, tmp_path: Path) -> None:
    shapes = shapes_graph(load().index, [r for r in load().requirements.values() if r.theme == theme.name])
    together, alone = together_and_alone(shapes, sorted(theme.glob("*.ttl")), tmp_path)
    assert together == alone


@pytest.mark.parametrize("file", CASES[:3], ids=lambda f: f.stem)
def test_sets_and_compiled_agree_on_a_worked_case(file: Path) -> None:
    data = closed(read_rdf(file, load()).triples, load())
    assert validate(catalogue(), data, "sets") == validate(catalogue(), data, "compiled")


@pytest.mark.parametrize("theme", THEMES, ids=lambda f: f.name)
def test_sets_and_compiled_agree_on_the_examples_of_a_theme(theme: Path) -> None:
    files = sorted(theme.glob("*.ttl"))
    stated = chain.from_iterable(apart(read_rdf(f, load()).triples, f.stem) for f in files)
    data = closed(stated, load())
    shapes = shapes_graph(load().index, [r for r in load().requirements.values() if r.theme == theme.name])
    results = validate(shapes, data, "sets")
    assert results
    assert results == validate(shapes, data, "compiled")
