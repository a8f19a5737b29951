"""The review as RDF: in the words of its vocabularies, with who decided what."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox
import pytest

from checker.knowledge import load
from checker.knowledge.names import GC, GCR, OA, RDF
from checker.sent_back import Material, write
from tests.reports.sample import hostile
from tests.sent_back.materials import PROPOSAL, SOP, checked, decided
from tests.shared_material import shared

EARL, PROV, DCTERMS = "http://www.w3.org/ns/earl#", "http://www.w3.org/ns/prov#", "http://purl.org/dc/terms/"


def graph(material: Material) -> ox.Store:
    store = ox.Store()
    store.load(write("turtle", material), format=ox.RdfFormat.TURTLE)
    return store


def ask(store: ox.Store, query: str) -> list[tuple[str, ...]]:
    prefixes = f"PREFIX earl: <{EARL}> PREFIX prov: <{PROV}> PREFIX oa: <{OA}> PREFIX gc: <{GC}> PREFIX gcr: <{GCR}> "
    prefixes += f"PREFIX dcterms: <{DCTERMS}> PREFIX rdf: <{RDF}> "
    prefixes += "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    found = store.query(prefixes + query)
    return [tuple(getattr(value, "value", "") for value in row) for row in found]  # type: ignore[union-attr]


@pytest.mark.parametrize("file", [SOP, PROPOSAL], ids=lambda f: f.name)
def test_terms_are_those_of_the_vocabularies(file: object) -> None:
    names = {"earl.nq": EARL, "prov.nq": PROV, "oa.ttl": OA, "dcterms.nq": DCTERMS}
    known = set()
    for name, space in names.items():
        for quad in ox.parse(path=str(shared("data", "vocab", name)), format=ox.RdfFormat.N_QUADS):
            if isinstance(quad.subject, ox.NamedNode) and quad.subject.value.startswith(space):
                known.add(quad.subject.value)
    terms = {
        node.value
        for quad in graph(decided(file))  # type: ignore[arg-type]
        for node in (quad.predicate, quad.object)
        if isinstance(node, ox.NamedNode) and node.value.startswith(tuple(names.values()))
    }
    assert len(terms) > 20
    assert terms <= known


def test_a_requirement_and_its_provisions_are_those_of_the_guidance() -> None:
    knowledge, found = load(), ask(graph(checked(SOP)), "SELECT ?r ?p { ?r gc:restsOn ?p }")
    assert {requirement for requirement, _ in found} == {GCR + row.id for row in checked(SOP).draft.requirements}
    for requirement, provision in found:
        assert provision.rpartition("/")[2] in knowledge.requirements[requirement.removeprefix(GCR)].provisions


def test_an_assertion_for_each_verdict() -> None:
    material = checked(SOP)
    found = ask(
        graph(material),
        "SELECT ?r ?o ?v { ?a a earl:Assertion ; earl:test ?r ; earl:mode earl:automatic ; earl:result ?x . "
        "?x earl:outcome ?o ; dcterms:type ?v }",
    )
    assert len(found) == len(material.draft.requirements)
    for requirement, outcome, verdict in found:
        row = next(r for r in material.draft.requirements if GCR + r.id == requirement)
        assert verdict == GC + row.verdict
        assert outcome == EARL + ("cantTell" if row.needs_review else "passed")


def test_who_decided_what_and_when() -> None:
    found = ask(
        graph(decided(SOP)),
        "SELECT ?who ?when ?o ?was { ?a earl:mode earl:manual ; earl:result/earl:outcome ?o ; prov:wasGeneratedBy ?d ; "
        "prov:wasRevisionOf/earl:result/dcterms:type ?was . ?d prov:endedAtTime ?when ; "
        "prov:wasAssociatedWith/rdfs:label ?who }",
    )
    when = "2026-05-04T09:30:00Z"
    assert set(found) == {
        ("Ana Pérez", when, EARL + "passed", GC + "partly-met"),
        ("Tom O'Neil", when, EARL + "failed", GC + "not-stated"),
        ("Ana Pérez", when, EARL + "passed", GC + "met"),
    }


def test_a_passage_is_quoted_placed_and_paged() -> None:
    material = checked(PROPOSAL)
    row = next(r for r in material.draft.requirements if r.evidence)
    best = row.evidence[0]
    (found,) = ask(
        graph(material),
        f"SELECT ?q ?s ?e ?p {{ ?a oa:hasBody gcr:{row.id} ; oa:hasTarget ?t . FILTER(STRENDS(STR(?a), '-passage-1')) "
        "?t oa:hasSelector ?one, ?two, ?three . ?one oa:exact ?q . ?two oa:start ?s ; oa:end ?e . "
        "?three rdf:value ?p }",
    )
    assert found == (best.quote, str(best.start), str(best.end), f"page={best.page}")


def test_hostile_text_stays_text() -> None:
    report = hostile()
    material = replace(checked(SOP), report=report, draft=report.inputs[0])
    assert len(graph(material)) > 50
