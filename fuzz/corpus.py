"""What each run starts from: small whole files of every kind, made here or taken from the examples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from fuzz.packing import unpacked
from tests.readers.making import lines, p, pdf, word

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
        graph = "urn:guidecheck:review:1"
        yield b"reviews.trig\x00\xff:\xff\x00" + f"<{graph}> {{ <{graph}> a <http://e/Review> }}".encode()
    else:
        yield from (TEXT.encode(), TEXT.encode("utf-16"), "Señal, «été»".encode("latin-1"))


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
