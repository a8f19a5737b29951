"""What each run starts from: small whole files of every kind, made here or taken from the examples."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from fuzz.packing import unpacked
from fuzz.samples import (
    ANSWER,
    BASELINE,
    CONFIG,
    DRAFT,
    FORM,
    HALF_TYPED,
    HTML,
    IATI,
    LITERALS,
    NESTED,
    PATTERNS,
    PLAIN,
    QUERIES,
    REPORT,
    ROWS,
    SHAPES,
    SPOKEN,
    TEXT,
    TWISTED,
    UPLOAD,
    WAIVERS,
)
from tests.readers.making import lines, p, pdf, word
from tests.reviews.desks import desk_at, new

ROOT = Path(__file__).resolve().parents[1]
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
    "language": SPOKEN,
    "form": (FORM,),
    "literals": (LITERALS,),
    "editor": (HALF_TYPED,),
    "server": (json.dumps(ROWS), '{"head": {}, "boolean": true}', '<s:> <p:> "x" .\n'),
    "report": (json.dumps(REPORT),),
    "upload": (UPLOAD,),
    "tables": PLAIN,
}  # fmt: skip
_SYNTAXES = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "nquads": ox.RdfFormat.N_QUADS,
}
_TREES = ("ontology", "examples", "shapes", "../shared/data/vocab", "../shared/data/w3c", "../shared/data/iati")
_ENDINGS = {name: syntax.file_extension for name, syntax in _SYNTAXES.items()} | {"iati": "xml"}
"""Of the files in those folders, some of them beside the checkout, by what they are in."""
_PREFIXES = {"gc": "https://w3id.org/guidecheck/ontology#", "e": "http://e/"}
_MOST_FILES, _LARGEST = 80, 1 << 16


def seeds(target: str) -> Iterator[bytes]:
    """The files that a target starts from."""
    syntax = target.removeprefix("at-")
    if syntax in _SYNTAXES:
        yield _as(DRAFT, syntax)
        if target != syntax:
            yield TWISTED.encode() if syntax in ("turtle", "trig") else _as(TWISTED.replace(NESTED, "1"), syntax)
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


def pool(target: str) -> list[bytes]:
    """Texts whose tokens and lines mutations may take: the seeds, and beginnings of files of the same kind."""
    kind = "turtle" if target in ("tables", "shapes", "profile") else target.removeprefix("at-")
    files = [file for tree in _TREES for file in sorted((ROOT / tree).rglob(f"*.{_ENDINGS.get(kind, '-')}"))]
    found = [file.read_bytes()[:_LARGEST] for file in files[:: 1 + len(files) // _MOST_FILES]]
    drafts = sorted((ROOT / "examples" / "cases").glob("*.ttl")) if kind in _SYNTAXES else []
    return [*seeds(target), *found, *(_as(file.read_text("utf-8"), kind) for file in drafts)]


def _as(turtle: str, syntax: str) -> bytes:
    triples = [q.triple for q in ox.parse(turtle, format=ox.RdfFormat.TURTLE)]
    prefixes = None if syntax in ("ntriples", "nquads") else _PREFIXES
    return ox.serialize(triples, format=_SYNTAXES[syntax], prefixes=prefixes) or b""


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
