"""The ontology as a whole: it loads, and it is complete in three languages."""

from __future__ import annotations

from collections import defaultdict

import pyoxigraph as ox
import pytest

from checker.knowledge import load
from checker.knowledge.names import DCTERMS, GC, OWL, RDFS, SKOS, TYPE, local
from checker.places import ONTOLOGY, SHAPES

INDEX = load().index
LANGUAGES = {"en", "es", "fr"}


def terms_of_the_ontology() -> list[str]:
    declared = (OWL + "Class", OWL + "ObjectProperty", OWL + "DatatypeProperty", OWL + "AnnotationProperty")
    concepts = {s for c in INDEX.below(SKOS + "Concept") for s in INDEX.of_type(c)}
    classes = {s for t in declared for s in INDEX.of_type(t) if s.startswith(GC)}
    return sorted(concepts | classes)


@pytest.mark.parametrize("term", terms_of_the_ontology(), ids=local)
def test_term_is_labelled_and_defined_in_three_languages(term: str) -> None:
    labels = {x.language for p in (RDFS + "label", SKOS + "prefLabel") for x in INDEX.literals(term, p)}
    assert labels == LANGUAGES
    if local(term).startswith("ui-"):
        return
    assert {x.language for x in INDEX.literals(term, SKOS + "definition")} == LANGUAGES


def test_a_term_is_defined_in_one_file() -> None:
    where: dict[str, set[str]] = defaultdict(set)
    for file in [*ONTOLOGY.rglob("*.ttl"), *SHAPES.glob("*.ttl")]:
        for quad in ox.parse(path=file):
            if (
                quad.predicate.value == TYPE
                and isinstance(quad.subject, ox.NamedNode)
                and quad.subject.value.startswith(GC)
            ):
                where[quad.subject.value].add(file.name)
    assert {local(t): files for t, files in where.items() if len(files) > 1} == {}


def test_what_shapes_speak_of_exists() -> None:
    known = {s for s in INDEX.subjects() if s.startswith(GC)}
    used = defaultdict(set)
    for file in SHAPES.glob("*.ttl"):
        for quad in ox.parse(path=file):
            for term in (quad.predicate, quad.object):
                if isinstance(term, ox.NamedNode) and term.value.startswith(GC) and term.value not in known:
                    used[file.name].add(local(term.value))
    assert dict(used) == {}


def test_every_concept_stands_in_a_scheme() -> None:
    schemes = set(INDEX.of_type(SKOS + "ConceptScheme"))
    for cls in INDEX.below(SKOS + "Concept") - {SKOS + "Concept"}:
        for concept in INDEX.of_type(cls):
            if local(cls) in ("Strength", "VerdictValue", "DraftLanguage", "InterfaceText"):
                continue
            assert set(INDEX.keys(concept, SKOS + "inScheme")) & schemes, local(concept)


SCHEMES = [
    ("dimensions", 4),
    ("levels", 3),
    ("rcm-guiding-principles", 16),
    ("policy-characteristics", 5),
    ("emm-policy-principles", 10),
    ("focuses", 6),
    ("sectors", 7),
]


@pytest.mark.parametrize(("scheme", "count"), SCHEMES, ids=[s for s, _ in SCHEMES])
def test_scheme_is_complete(scheme: str, count: int) -> None:
    tops = [s for s in INDEX.subjects() if GC + scheme in INDEX.keys(s, SKOS + "topConceptOf")]
    assert len(tops) == count


SEQUENCES = {
    "mainstreaming": 6,
    "context-analysis": 6,
    "private-sector": 6,
    "diaspora": 5,
    "capacity": 5,
    "coordination": 4,
}


@pytest.mark.parametrize("name", SEQUENCES)
def test_step_sequence_is_complete_and_ordered(name: str) -> None:
    plan_of = "http://purl.org/net/p-plan#isStepOfPlan"
    (plan,) = [p for p in INDEX.of_type(GC + "StepSequence") if local(p).startswith(name)]
    numbers = sorted(
        int(INDEX.literal(s, GC + "stepNumber")) for s in INDEX.of_type(GC + "Step") if plan in INDEX.keys(s, plan_of)
    )
    assert numbers == list(range(1, SEQUENCES[name] + 1))


def test_provisions_and_requirements_are_all_there() -> None:
    knowledge = load()
    assert len(knowledge.provisions) == 1178
    assert len(knowledge.requirements) == 499
    reached = {p for r in knowledge.requirements.values() for p in r.provisions}
    assert reached == set(knowledge.provisions)


def test_requirement_is_whole() -> None:
    for r in load().requirements.values():
        assert r.title and r.statement and r.remedy and r.kinds and r.provisions, r.id
        assert set(r.cues) == LANGUAGES, r.id
        assert r.theme in load().themes, r.id


def test_documents_are_described() -> None:
    for document in load().documents:
        assert INDEX.literal(GC + document, DCTERMS + "publisher")


def test_every_provision_is_in_three_languages() -> None:
    lacking = [p.id for p in load().provisions.values() if set(p.statement.by_language) != LANGUAGES]
    assert lacking == []
