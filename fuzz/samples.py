"""Small texts of every kind, from which runs start."""

from __future__ import annotations

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
NESTED = "<<( e:a e:p 1 )>>"
TWISTED = """@prefix e: <http://e/> . PREFIX f: <http://f/>
e:a a e:D , f:é.x ; e:p "x\\"y"@en-GB , \'\'\'two
lines\'\'\' , 1.5 , true ; # e:a e:b .
  e:q [ e:p ( 1 "b" [] ) ; e:q <http://e/o> ] . _:b e:p _:b , NESTED .""".replace("NESTED", NESTED)
"""Turtle written in most of the ways that there are."""
PLAIN = (
    '@prefix e: <http://e/> .\ne:a a e:D ;\n\te:p "x"@en , "a . \\"b\\"" , 1 , true ;\n\te:q _:b .\n'
    '_:b e:p <http://e/o> , "1"^^e:d .\n',
    '<s:> <p:> <o:> .\r\n<s:> <p:> "x\\ty"@en .\r\n_:b <p:> "1"^^<http://www.w3.org/2001/XMLSchema#integer> .\r\n',
)
LITERALS = "\x1f".join(
    ("1", "-0.50", "1e3", "INF", "true", "2020-02-29Z", "2020-02-29T24:00:00+14:00", "-0001-01-01", "P1DT2.5S", "aGk=")
)
HALF_TYPED = DRAFT + "\x1d" + DRAFT.replace("rdfs:label", "rdfs:lable").replace("gc:states", "gc:stats").rstrip(" .")
FORM = "\x1d".join(
    (
        "Start\x1fForm\x1e\x1e\x1eName\tPlan",
        "Questions\x1fid\tq\ta\tw\tp\x1eSOP-01-A\tWho?\tYes\tThe ministry leads.\tp. 2\x1eSOP-01?applies\t\tNo",
        "guidecheck\x1fguidecheck-form-1\x1esop\x1een\x1edigest",
    )
)
"""A filled form as its reader gives it: sheets, rows and cells with signs of their own between them."""
ROWS = {
    "head": {"vars": ["s", "o"]},
    "results": {"bindings": [
        {"s": {"type": "uri", "value": "http://e/a"}, "o": {"type": "literal", "value": "=x", "xml:lang": "en"}},
        {"s": {"type": "bnode", "value": "b"}, "o": {"type": "literal", "value": "1.5", "datatype": "http://e#double"}},
    ]},
}  # fmt: skip
REPORT = {"inputs": [{
    "sha256": "0f", "path": "a.ttl", "kind": "sop", "language": "en", "coverage": 0.5,
    "requirements": [{"id": "SOP-01", "verdict": "met", "needs_review": True, "claims": [{"id": "A", "holds": False}]}],
}]}  # fmt: skip
UPLOAD = """content-type: multipart/form-data; boundary=xx; charset=utf-8
content-length: 300

--xx\r
Content-Disposition: form-data; name="kind"\r
\r
sop\r
--xx\r
Content-Disposition: form-data; name="file"; filename="caf\u00e9 (1).ttl"; filename*=utf-8\'\'a%20b.ttl\r
Content-Type: text/turtle\r
\r
<http://e/d> a <http://e/D> .\r
--xx--\r
"""
SPOKEN = (
    "Les personnes de retour sont accueillies par le minist\u00e8re, qui les aide \u00e0 trouver un logement.",
    "Las personas que regresan reciben apoyo de la comunidad; se les ayuda a buscar trabajo.",
    "We meet once a month. \u0646\u0644\u062a\u0642\u064a \u0645\u0631\u0629 \u0643\u0644 \u0634\u0647\u0631",
)
