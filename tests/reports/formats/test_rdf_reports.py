"""EARL and the validation report: read by RDF libraries, in the words of their vocabularies."""

from __future__ import annotations

import pytest
import rdflib
from pyshacl import validate
from rdflib import RDF, SH, URIRef
from rdflib.namespace import DCTERMS

from checker.report import Report
from checker.reports import render
from tests.reports.formats.attacks import ATTACKS
from tests.reports.sample import LANGUAGES, decided, forging, hostile, in_rdf, sample, texts

EARL = rdflib.Namespace("http://www.w3.org/ns/earl#")
PTR = rdflib.Namespace("http://www.w3.org/2009/pointers#")
GC = rdflib.Namespace("https://w3id.org/guidecheck/ontology#")
OF_A_REPORT = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
[] a sh:NodeShape ; sh:targetClass sh:ValidationReport ;
  sh:property [ sh:path sh:conforms ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:boolean ] ,
    [ sh:path sh:result ; sh:class sh:ValidationResult ] .
[] a sh:NodeShape ; sh:targetClass sh:ValidationResult ;
  sh:property [ sh:path sh:focusNode ; sh:minCount 1 ; sh:maxCount 1 ] ,
    [ sh:path sh:resultSeverity ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path sh:sourceConstraintComponent ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path sh:sourceShape ; sh:maxCount 1 ] , [ sh:path sh:value ; sh:maxCount 1 ] ,
    [ sh:path sh:detail ; sh:class sh:ValidationResult ] .
[] a sh:NodeShape ; sh:targetClass <http://www.w3.org/ns/earl#Assertion> ;
  sh:property [ sh:path <http://www.w3.org/ns/earl#subject> ; sh:minCount 1 ; sh:class <http://www.w3.org/ns/earl#TestSubject> ] ,
    [ sh:path <http://www.w3.org/ns/earl#test> ; sh:minCount 1 ; sh:class <http://www.w3.org/ns/earl#TestRequirement> ] ,
    [ sh:path <http://www.w3.org/ns/earl#result> ; sh:minCount 1 ; sh:maxCount 1 ; sh:class <http://www.w3.org/ns/earl#TestResult> ] ,
    [ sh:path <http://www.w3.org/ns/earl#assertedBy> ; sh:minCount 1 ] .
"""  # noqa: E501
REPORTS = [*map(sample, LANGUAGES), sample(drafts=3), in_rdf(), decided(), hostile()]


def graph(report: Report, form: str) -> rdflib.Graph:
    words = texts(report.language if report.language in LANGUAGES else "en")
    held = rdflib.Graph().parse(data=render(report, form, words), format="turtle")
    conforms, _, said = validate(held, shacl_graph=rdflib.Graph().parse(data=OF_A_REPORT, format="turtle"))
    assert conforms, said
    return held


@pytest.mark.parametrize("form", ["earl", "shacl"])
@pytest.mark.parametrize("report", REPORTS, ids=lambda report: f"{report.language}-{len(report.inputs)}")
def test_follows_its_vocabulary(report: Report, form: str) -> None:
    assert len(graph(report, form)) > 20
    assert render(report, form, texts("en")) == render(report, form, texts("en"))


def test_an_assertion_for_each_verdict() -> None:
    report = in_rdf()
    found = graph(report, "earl")
    rows = report.inputs[0].requirements
    assert len(set(found.subjects(RDF.type, EARL.Assertion))) == len(rows)
    outcomes = {str(o).rpartition("#")[2] for o in found.objects(None, EARL.outcome)}
    assert outcomes == {"passed", "failed", "cantTell", "inapplicable"}
    spots = {(str(line), str(found.value(p, PTR.charNumber))) for p, line in found.subject_objects(PTR.lineNumber)}
    assert spots == {("7", "1"), ("12", "5"), ("2", "1")}


def test_results_are_the_issues_with_their_severity() -> None:
    report = in_rdf()
    found = graph(report, "shacl")
    issues = [r for r in report.inputs[0].requirements if r.verdict in ("not-met", "not-stated", "partly-met")]
    results = list(found.objects(None, SH.result))
    assert len(results) == len(issues)
    assert {str(found.value(r, SH.sourceShape)).rpartition("/")[2] for r in results} == {r.id for r in issues}
    (broken,) = [r for r in results if found.value(r, DCTERMS.type) == GC["not-met"]]
    assert found.value(broken, SH.focusNode) == URIRef("https://example.org/d")
    assert {str(found.value(d, SH.value)) for d in found.objects(broken, SH.detail)} == {
        "https://example.org/consent",
        "https://example.org/register",
    }
    assert found.value(broken, SH.resultSeverity) == SH.Violation


@pytest.mark.parametrize("form", ["earl", "shacl"])
@pytest.mark.parametrize("attack", ATTACKS, ids=ascii)
def test_no_text_of_a_draft_breaks_out(attack: str, form: str) -> None:
    held = rdflib.Graph().parse(data=render(forging(attack), form, texts("en")), format="turtle")
    assert {str(p).rpartition("#")[0] for p in held.predicates()} <= {
        "http://www.w3.org/ns/earl", "http://www.w3.org/ns/shacl", "http://www.w3.org/2009/pointers", "",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns",
    }  # fmt: skip
