"""RDF in every syntax gives the same descriptions; nothing is fetched; what is wrong is said with its place."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from checker.descriptions.rdf import read_rdf
from checker.errors import CallError, InputError
from checker.knowledge import load
from tests.shared_material import shared

GC = "https://w3id.org/guidecheck/ontology#"
DRAFT = """
@prefix gc: <https://w3id.org/guidecheck/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix ex: <http://example.org/> .
ex:sop a gc:SopDraft ; rdfs:label "Procedimientos"@es ; gc:hasPart ex:annex ;
    gc:states [ a gc:ServiceMapping ; gc:hasName "Directorio" ] .
ex:annex a gc:ReferralMechanismDraft .
"""
SYNTAXES = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".trig": ox.RdfFormat.TRIG,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".nq": ox.RdfFormat.N_QUADS,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
}


def written(folder: Path, name: str, content: str | bytes) -> Path:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


@pytest.mark.parametrize("ending", SYNTAXES)
def test_every_syntax_says_the_same(ending: str, tmp_path: Path) -> None:
    triples = [q.triple for q in ox.parse(DRAFT, format=ox.RdfFormat.TURTLE)]
    content = ox.serialize(triples, format=SYNTAXES[ending])
    found = read_rdf(written(tmp_path, f"draft{ending}", content), load())
    (description,) = found.descriptions
    assert description.draft == "http://example.org/sop"
    assert (description.kind, description.name, description.language) == ("sop", "Procedimientos", "es")
    assert description.parts == (("http://example.org/annex", "referral-mechanism"),)
    assert len(found.triples) == len(triples)


def test_named_graphs_are_read_as_one(tmp_path: Path) -> None:
    trig = """@prefix gc: <https://w3id.org/guidecheck/ontology#> .
        <http://e/g> { <http://e/d> a gc:SopDraft } <http://e/h> { <http://e/d> gc:states <http://e/s> }"""
    found = read_rdf(written(tmp_path, "d.trig", trig), load())
    assert len(found.triples) == 2


def test_two_drafts_in_a_file_are_two_descriptions(tmp_path: Path) -> None:
    two = DRAFT + "ex:other a gc:ProgrammeDraft ."
    found = read_rdf(written(tmp_path, "two.ttl", two), load())
    assert [d.kind for d in found.descriptions] == ["programme", "sop"]


def test_kind_can_be_overridden_for_one_draft(tmp_path: Path) -> None:
    one = "@prefix gc: <https://w3id.org/guidecheck/ontology#> . <http://e/d> a gc:SopDraft ."
    (description,) = read_rdf(written(tmp_path, "one.ttl", one), load(), kind="programme").descriptions
    assert description.kind == "programme"


def test_kind_cannot_be_overridden_for_several(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="has 2"):
        read_rdf(written(tmp_path, "two.ttl", DRAFT), load(), kind="programme")


XML = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>'
REFUSED = {
    "remote-context.jsonld": ('{"@context": "http://127.0.0.1:9/c.json", "@id": "http://e/d"}', "nothing is fetched"),
    "local-context.jsonld": ('{"@context": "file:///etc/passwd", "@id": "http://e/d"}', "nothing is fetched"),
    "nested-context.jsonld": (
        '{"@graph": [{"@context": ["http://127.0.0.1:9/c"], "@id": "http://e/d"}]}',
        "nothing is fetched",
    ),
    "import.jsonld": ('{"@context": {"@import": "http://127.0.0.1:9/c"}, "@id": "http://e/d"}', "nothing is fetched"),
    "deep.jsonld": ('{"a":' * 3000 + "1" + "}" * 3000, "nested too deeply"),
    "broken.jsonld": ('{"@id": ', "broken.jsonld:1: not valid JSON"),
    "imports.ttl": ("<http://e/d> <http://www.w3.org/2002/07/owl#imports> <http://127.0.0.1:9/o> .", "owl:imports"),
    "entity.rdf": (
        f'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n{XML}',
        "entity.rdf:1: has a document type",
    ),
    "bomb.rdf": (f'<?xml version="1.0"?>\n<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n{XML}', "bomb.rdf:2:"),
    "wide.rdf": (f'<!DOCTYPE r [<!ENTITY x "y">]>\n{XML}'.encode("utf-16"), "document type"),
    "syntax.ttl": ("<http://e/d> a\n\n ;;; .", "syntax.ttl:3: not valid Turtle"),
    "empty.ttl": ("", "describes no draft"),
    "nodraft.ttl": ("<http://e/d> a <http://e/Thing> .", "describes no draft"),
    "binary.ttl": (b"\x00\xff\xfe\x00PK", "binary.ttl:1"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_a_reason_and_a_place(name: str, tmp_path: Path) -> None:
    content, reason = REFUSED[name]
    with pytest.raises(InputError) as refused:
        read_rdf(written(tmp_path, name, content), load())
    assert reason in refused.value.line
    assert refused.value.line.startswith(name)
    assert "\n" not in refused.value.line


def test_turtle_nested_very_deep_is_read(tmp_path: Path) -> None:
    deep = "<http://e/d> a <https://w3id.org/guidecheck/ontology#SopDraft> ; <http://e/p> " + "[ <http://e/p> " * 3000
    found = read_rdf(written(tmp_path, "deep.ttl", deep + "1" + " ]" * 3000 + " ."), load())
    assert len(found.triples) == 3002


def test_files_that_break_the_syntaxes_end_in_an_error_or_in_a_reading() -> None:
    files = [f for f in sorted(shared("data", "w3c", "rdf-syntax-bad").rglob("*")) if f.suffix in SYNTAXES]
    assert len(files) > 200
    for file in files:
        with pytest.raises(InputError) as refused:
            read_rdf(file, load())
        assert refused.value.where.startswith(file.name)
