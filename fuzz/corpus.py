"""What each run starts from: small whole files of every kind, made here or taken from the examples."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from fuzz.packing import unpacked
from tests.readers.making import lines, p, pdf, word
from tests.reviews.desks import desk_at, new

ROOT = Path(__file__).resolve().parents[1]
DRAFT = """@prefix gc: <https://w3id.org/guidecheck/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
<http://e/d> a gc:SopDraft ; rdfs:label "Plan"@es ; gc:hasPart <http://e/a> ;
    gc:states [ a gc:ServiceMapping ; gc:hasName "Map" ] . <http://e/a> a gc:ReferralMechanismDraft ."""
TEXT = "1 Aims\n\nWe meet once a month.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n## 1.1 Scope\n> quoted\n"
HTML = (
    "<!doctype html><html lang=fr><head><title>T</title><style>p{}</style></head><body><h1>A</h1><p>B <b>c</b><br>d"
    "<ul><li>e<ol><li>f</ol></ul><table><tr><th>g<td>h<tr><td rowspan=2>i</table><script>x</script></body></html>"
)
IATI = """<?xml version="1.0" encoding="UTF-8"?><iati-activities version="2.03"><iati-activity xml:lang="en">
<iati-identifier>X-1</iati-identifier><reporting-org ref="X" type="10"><narrative>O</narrative></reporting-org>
<title><narrative xml:lang="fr">Retour</narrative></title><description><narrative>Stay</narrative></description>
<recipient-country code="HN" percentage="50"/><sector code="15190" percentage="100"/><budget><value
currency="USD" value-date="2020-01-01">1</value></budget><result type="1"><indicator measure="1"><title><narrative>N
</narrative></title><baseline year="2020" value="1"/></indicator></result></iati-activity></iati-activities>"""
ANSWERED = "Aims\n\nWe meet once a month. The ministry leads, and asks returnees for consent in writing."
"""A draft that a language model was asked about."""
ANSWER = {
    "verdict": "met",
    "claims": [{"id": "P1", "holds": "yes", "quotes": ["We meet once a month."]}],
    "missing": [],
    "more": {"words": ["month"], "headings": ["Aims"]},
}
WAIVERS = (
    """[[waiver]]
requirement = "SOP-0*"
target = "drafts/*.ttl"
reason = "Agreed \\u00e9 with the ministry"
who = 'Ana'
until = 2027-01-31
[[waiver]]
requirement = "DIM-24"
target = "http://e/d"
reason = """
    + '"""'
    + """two
lines"""
    + '"""'
    + """
who = "Ben"
until = "2027-01-31"
"""
)
CONFIG = """paths = ["drafts", "data/*.xml"]
exclude = ["**/old"]
profile = "everything"
kind = "sop"
conditions = ["DIM-24=yes"]
formats = ["json:out/report.json", "text"]
show = "must"
fail-on = "should"
strict = true
waivers = "waivers.toml"
"""
BASELINE = """{"guidecheck-baseline": 1, "issues": [
{"requirement": "SOP-01", "path": "a.ttl", "node": "http://e/d", "hash": "0f"}
]}
"""
QUERIES = (
    "PREFIX e: <http://e/> SELECT ?s (COUNT(*) AS ?n) WHERE { ?s a e:D ; e:p+ ?o FILTER regex(str(?o), '^a', 'i') "
    'OPTIONAL { ?s e:q "x"@en } } GROUP BY ?s ORDER BY DESC(?n) LIMIT 5 # SERVICE',
    "ASK FROM <http://e/g> { SERVICE SILENT <http://e/s> { ?s ?p '''FROM''' } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } VALUES ?o { 1 <\\u0053> } }",
    "INSERT DATA { <http://e/a> <http://e/b> 1 }",
)
PATTERNS = ("\n^(a|b)+$", "i\n[\\w-]+\\d{2,3}(?:x|y)?", "s\n(?=a).*\\p{L}", "q\na+", "x\n a *a* b", "m\n(a)\\1")
SHAPED = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> . @prefix s: <http://e/s/> .
ex:n a ex:C ; ex:p "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" , "b" , 1 , ex:m . ex:m ex:q ex:n .
s:s a sh:NodeShape ; sh:targetNode ex:n ; sh:property [ sh:path ex:p ; sh:pattern PATTERN ; sh:flags FLAGS ] .
"""
SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/> . @prefix s: <http://e/s/> .
ex:n a ex:C ; ex:p "aaaa!" , 1 , ex:m . ex:m ex:q ex:n ; ex:p "x"@en .
s:s a sh:NodeShape ; sh:targetClass ex:C ; sh:closed true ; sh:ignoredProperties (<http://e/t>) ;
  sh:property s:p , [ sh:path ( ex:p [ sh:zeroOrMorePath ex:q ] ) ; sh:maxCount 2 ; sh:nodeKind sh:IRI ] .
s:p sh:path [ sh:alternativePath ( ex:p [ sh:inversePath ex:q ] ) ] ; sh:minCount 1 ; sh:or ( s:t [ sh:class ex:C ] ) ;
  sh:qualifiedValueShape [ sh:not s:t ] ; sh:qualifiedMinCount 1 ; sh:uniqueLang true ; sh:message "m" .
s:t sh:datatype <http://www.w3.org/2001/XMLSchema#integer> ; sh:in ( 1 2 "x"@en ) ; sh:minExclusive 0 ; sh:node s:u .
s:u sh:sparql [ sh:select "SELECT $this ?value WHERE { $this ?path ?value }" ] ; sh:severity sh:Warning .
"""
_TEXTS = {
    "waivers": (WAIVERS,),
    "config": (CONFIG, "[tool.guidecheck]\n" + CONFIG, "[tool.other]\n"),
    "baseline": (BASELINE,),
    "answers": (
        json.dumps({"custom_id": "gc-1", "answer": ANSWER}) + "\n" + json.dumps({"custom_id": "b", "content": "{}"}),
        json.dumps({"custom_id": "gc-1", "content": "```json\n" + json.dumps(ANSWER) + "\n```", "model": "m"}),
        json.dumps({"custom_id": "a", "response": {"status_code": 200, "body": {
            "model": "m", "usage": {"prompt_tokens": 1}, "choices": [{"message": {"content": json.dumps(ANSWER)}}]
        }}}),
    ),
    "query": QUERIES,
    "pattern": PATTERNS,
    "shapes": (SHAPES,),
}  # fmt: skip
_SYNTAXES = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}


def seeds(target: str) -> Iterator[bytes]:
    """The files that a target starts from."""
    if target in _SYNTAXES:
        triples = [q.triple for q in ox.parse(DRAFT, format=ox.RdfFormat.TURTLE)]
        yield ox.serialize(triples, format=_SYNTAXES[target]) or b""
    elif target in _TEXTS:
        yield from (text.encode() for text in _TEXTS[target])
    elif target == "profile":
        for file in sorted((ROOT / "examples" / "profiles").glob("*.ttl")):
            yield file.read_bytes()
    elif target in ("docx", "zip"):
        item = p("one", "<w:numPr><w:numId w:val='1'/></w:numPr>")
        body = p("Aims", '<w:pStyle w:val="Heading1"/>') + p("We meet.") + item
        table = f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>"
        styles = '<w:style w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
        numbers = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"/></w:abstractNum><w:num w:numId="1"/>'
        package = word(body + table, styles=styles, numbering=numbers)
        yield package if target == "zip" else unpacked(package)
    elif target == "odt":
        yield unpacked(_odt())
    elif target == "xlsx":
        yield unpacked(_xlsx())
    elif target == "iati":
        yield IATI.encode()
    elif target == "pdf":
        yield pdf(lambda canvas: lines(canvas, 80, 700, TEXT), pageCompression=0)
    elif target == "html":
        yield HTML.encode()
    elif target == "reviews":
        yield unpacked(_review())
    else:
        yield from (TEXT.encode(), TEXT.encode("utf-16"), "Señal, «été»".encode("latin-1"))


def _review() -> bytes:
    """A review with decisions, as a desk hands it out."""
    with TemporaryDirectory() as folder:
        desk = desk_at(Path(folder))
        review = desk.add(new()).id
        desk.accept(review, "SOP-03", desk.correct(review, "SOP-01", None, "met", "Annex B") and None)
        return desk.export(review)


def _odt() -> bytes:
    from io import BytesIO

    from odf.opendocument import OpenDocumentText
    from odf.text import H, P

    document, stream = OpenDocumentText(), BytesIO()
    document.text.addElement(H(outlinelevel=1, text="Aims"))
    document.text.addElement(P(text="We meet once a month."))
    document.write(stream)
    return stream.getvalue()


def _xlsx() -> bytes:
    from io import BytesIO

    import openpyxl

    book, stream = openpyxl.Workbook(), BytesIO()
    assert book.active is not None
    book.active.append(["id", "question", 1, 2.5, True, "=1+1"])
    book.save(stream)
    return stream.getvalue()
