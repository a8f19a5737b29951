"""What follows from a description: the same each time, what the ontology says and nothing more."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox
import pytest
import rdflib
import reasonable
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.descriptions.closure import close
from checker.descriptions.contradictions import contradictions, in_words
from checker.descriptions.statements import Wording
from checker.knowledge import load
from checker.knowledge.names import GC, OWL, TYPE, local
from checker.places import ONTOLOGY

EX = "https://example.org/"
PREFIXES = f"@prefix gc: <{GC}> . @prefix ex: <{EX}> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . "


def triples(turtle: str) -> tuple[ox.Triple, ...]:
    return tuple(q.triple for q in ox.parse((PREFIXES + turtle).encode(), format=ox.RdfFormat.TURTLE))


def follows(turtle: str) -> set[tuple[str, str, str]]:
    return {
        tuple(local(x.value) for x in (t.subject, t.predicate, t.object))  # type: ignore[union-attr,misc]
        for t in close(triples(turtle), load().axioms).inferred
    }


ENGAGEMENT = [
    ("high", "high", {("type", "StakeholderToManageClosely"), ("hasEngagementMode", "manage-closely")}),
    ("low", "low", {("type", "StakeholderToInform"), ("hasEngagementMode", "inform")}),
    ("high", "low", {("type", "InterestedStakeholder"), ("hasEngagementMode", "communicate")}),
    ("low", "high", {("type", "InfluentialStakeholder"), ("hasEngagementMode", "communicate")}),
]


@pytest.mark.parametrize(("interest", "influence", "expected"), ENGAGEMENT)
def test_interest_and_influence_decide_how_to_engage(interest: str, influence: str, expected: set) -> None:
    found = follows(f"ex:union gc:hasInterest gc:{interest}-interest ; gc:hasInfluence gc:{influence}-influence .")
    assert {(p, o) for s, p, o in found if s == "union"} == expected


def test_one_of_the_two_levels_decides_nothing() -> None:
    assert follows("ex:union gc:hasInterest gc:high-interest .") == set()


def test_what_a_part_states_the_whole_states_at_any_depth() -> None:
    found = follows("ex:a gc:hasPart ex:b . ex:b gc:hasPart ex:c . ex:c gc:states ex:s .")
    assert {("a", "states", "s"), ("b", "states", "s")} <= found


def test_an_inverse_is_said_from_the_other_side() -> None:
    assert ("m", "hasResponsibleActor", "o") in follows("ex:o gc:responsibleFor ex:m .")


def test_every_definition_of_the_ontology_is_read() -> None:
    """A definition in a form that the rules do not know would be silently without effect."""
    index = load().index
    defined = {c for c in index.of_type(OWL + "Class") if index.keys(c, OWL + "equivalentClass") and c.startswith(GC)}
    assert {cls for cls, _ in load().axioms.definitions} == defined


NODES = st.sampled_from([f"ex:n{i}" for i in range(5)])
PATHS = st.sampled_from(["gc:hasPart", "gc:states", "gc:responsibleFor"])
LINKS = st.tuples(NODES, PATHS, NODES).map(" ".join)
LEVELS = st.dictionaries(
    NODES,
    st.tuples(
        st.sampled_from(["gc:hasInterest gc:high-interest", "gc:hasInterest gc:low-interest"]),
        st.sampled_from(["gc:hasInfluence gc:high-influence", "gc:hasInfluence gc:low-influence"]),
    ),
).map(lambda found: [f"{node} {' ; '.join(levels)}" for node, levels in found.items()])
GRAPHS = st.tuples(st.lists(LINKS, max_size=8), LEVELS).map(lambda x: [*x[0], *x[1]])


@settings(max_examples=150, deadline=None)
@given(GRAPHS)
def test_closing_is_complete_and_ordered(lines: list[str]) -> None:
    stated = triples(" ".join(f"{x} ." for x in lines))
    once = close(stated, load().axioms).inferred
    assert close((*stated, *once), load().axioms).inferred == ()
    assert close(reversed(stated), load().axioms).inferred == once
    assert list(once) == sorted(once, key=str)


def without_literals(graph: Iterable[tuple]) -> list[tuple]:
    return [t for t in graph if not isinstance(t[2], rdflib.Literal)]


AXIOMS = [
    t
    for name in ("engagement", "draft", "elements/coordination")
    for t in without_literals(rdflib.Graph().parse(ONTOLOGY / f"{name}.ttl"))
]


def _compared(triple: tuple[str, str, str], defined: set[str]) -> bool:
    _, p, o = triple
    return (p.startswith(GC) and p != GC + "states") or (p == TYPE and o in defined)


@settings(max_examples=60, deadline=None)
@given(GRAPHS)
def test_an_owl_rl_reasoner_draws_the_same_conclusions(lines: list[str]) -> None:
    """``reasonable``, an independent implementation of OWL 2 RL, which knows all of the rules but chains."""
    stated = triples(" ".join(f"{x} ." for x in lines))
    graph = rdflib.Graph().parse(data=ox.serialize(stated, format=ox.RdfFormat.N_TRIPLES), format="nt")
    graph += AXIOMS
    reasoner = reasonable.PyReasoner()
    reasoner.from_graph(graph)
    defined = {cls for cls, _ in load().axioms.definitions}

    def about(found: Iterable[tuple[str, str, str]]) -> set[tuple[str, str, str]]:
        return {x for x in found if x[0].startswith(EX) and _compared(x, defined)}

    theirs = about(tuple(str(x) for x in t) for t in reasoner.reason())  # type: ignore[misc]
    ours = about(
        (t.subject.value, t.predicate.value, t.object.value)  # type: ignore[union-attr,misc]
        for t in (*stated, *close(stated, load().axioms).inferred)
    )
    assert ours == theirs


CONTRADICTIONS = [
    ('ex:x a gc:CaseManager , gc:LineMinistry ; rdfs:label "Oficina"@es .', "", "Oficina"),
    ('ex:x a gc:SopDraft , gc:Measure ; rdfs:label "Plan"@es .', "", "Plan"),
    ("ex:x gc:hasInterest gc:low-interest , gc:high-interest .", "hasInterest", "x"),
]


@pytest.mark.parametrize(("turtle", "path", "name"), CONTRADICTIONS)
@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_a_contradiction_is_said_in_words(turtle: str, path: str, name: str, language: str) -> None:
    stated = triples(turtle)
    (found,) = contradictions(close(stated, load().axioms).facts)
    assert local(found.path) == path
    said = in_words(found, Wording(stated, load(), language), load().interface_texts(language))
    assert name in said
    assert GC not in said
    assert "{" not in said


def test_two_roles_that_go_together_contradict_nothing() -> None:
    stated = triples("ex:x a gc:Employer , gc:PrivateSectorEntity .")
    assert contradictions(close(stated, load().axioms).facts) == ()
