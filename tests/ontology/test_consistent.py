"""A reasoner finds the ontology consistent, and would say so if it were not."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from checker.knowledge.names import GC, SKOS, TYPE
from tests.ontology.logic import all_triples, logical


@pytest.fixture(scope="module")
def triples() -> list[ox.Triple]:
    return logical(all_triples())


@pytest.fixture
def owlready2() -> Any:
    library = pytest.importorskip("owlready2")
    if shutil.which("java") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no Java: the reasoner cannot run")
        pytest.skip("no Java: the reasoner cannot run")
    return library


def loaded(owlready2: Any, triples: list[ox.Triple], folder: Path) -> tuple[Any, Any]:
    file = folder / "ontology.nt"
    file.write_bytes(ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"")
    world = owlready2.World()
    return world, world.get_ontology(f"file://{file}").load()


def test_hermit_finds_it_consistent(owlready2: Any, triples: list[ox.Triple], tmp_path: Path) -> None:
    world, ontology = loaded(owlready2, triples, tmp_path)
    with ontology:
        owlready2.sync_reasoner_hermit([ontology], debug=0)
    assert list(world.inconsistent_classes()) == []
    assert world[GC + "SopDraft"] is not None


def test_hermit_finds_a_contradiction_that_is_put_into_it(
    owlready2: Any, triples: list[ox.Triple], tmp_path: Path
) -> None:
    ministry = ox.NamedNode("https://example.org/ministry")
    both = [ox.Triple(ministry, ox.NamedNode(TYPE), ox.NamedNode(GC + kind)) for kind in ("GroupActor", "PersonActor")]
    _, ontology = loaded(owlready2, [*triples, *both], tmp_path)
    with ontology, pytest.raises(owlready2.OwlReadyInconsistentOntologyError):
        owlready2.sync_reasoner_hermit([ontology], debug=0)


def test_annotations_are_left_out_and_likes_count_once(triples: list[ox.Triple]) -> None:
    predicates = {t.predicate.value for t in triples}
    assert GC + "cue" not in predicates
    assert SKOS + "prefLabel" not in predicates
    of_examples = [t for t in triples if t.object == ox.NamedNode(GC + "ExamplePassage") and t.predicate.value == TYPE]
    assert len(of_examples) == 1
