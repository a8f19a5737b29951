"""What fuzzing found (fuzz/fuzz.py)."""

from __future__ import annotations

import asyncio
import io
import json
import re
import zipfile
from pathlib import Path
from time import process_time

import openpyxl
import pyoxigraph as ox
import pytest
from fastapi import Request

from checker.activities import ActivityFile
from checker.descriptions.doubts import doubts_in
from checker.descriptions.doubts import finding as doubting
from checker.descriptions.forms.answers import Answer, FilledForm
from checker.descriptions.forms.turtle import answered_form, as_turtle
from checker.descriptions.lines import lines_of
from checker.descriptions.positions import positions_of
from checker.descriptions.rdf import read_rdf
from checker.descriptions.syntaxes import parse as parse_rdf
from checker.engine.names import XSD
from checker.engine.tables.lexical import comparable, well_formed
from checker.engine.tables.regex import can_explode, in_python
from checker.errors import InputError
from checker.filenames import safe_name
from checker.knowledge import load
from checker.lsp.text import prefixes_of
from checker.query import endpoint
from checker.query.verdicts import of_json
from checker.reader.client import _seconds
from checker.readers import read
from checker.readers.archive import Archive
from checker.readers.encoding import decode
from checker.readers.sheets import read_sheets
from checker.readers.sheets_child import parse
from checker.serving.limits import Limits
from checker.serving.problems import ProblemError
from checker.serving.uploads import received
from fuzz.targets.uploads import pieces
from tests.readers.making import lines, p, package, pdf, word


def test_a_part_whose_name_begins_with_a_slash(tmp_path: Path) -> None:
    """Its name was told with the slash and looked up without it."""
    file = tmp_path / "form.xlsx"
    file.write_bytes(package({"/app.xml": "<a/>", "xl\\styles.xml": "<a/>"}))
    with pytest.raises(InputError, match="no workbook"):
        read_sheets(file)
    archive = Archive(file.read_bytes(), file.name)
    assert [archive.part(name) for name in archive.names] == [b"<a/>"] * 2


def test_letters_of_hardly_any_size(tmp_path: Path) -> None:
    """The size of the body was rounded to nothing, and lines were measured in it."""
    file = tmp_path / "small.pdf"
    file.write_bytes(pdf(lambda canvas: lines(canvas, 80, 700, "We meet.\nOnce a month.", size=0.1)))
    assert "We meet." in read(file).text


def test_a_cell_in_a_column_beyond_all_numbers(tmp_path: Path) -> None:
    """Its number ran over, and room was made for what became of it."""
    book, stream, file = openpyxl.Workbook(), io.BytesIO(), tmp_path / "form.xlsx"
    assert book.active is not None
    book.active["B1"] = "b"
    book.save(stream)
    with zipfile.ZipFile(stream) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    file.write_bytes(package({**parts, sheet: parts[sheet].replace(b'r="B1"', b'r="E' + b"c" * 120 + b'1"')}))
    with pytest.raises(InputError, match="columns, more than"):
        parse(file)


@pytest.mark.parametrize("pattern", ["a{99999999999}", "a{1," + "9" * 5000 + "}", "(" * 2000 + "a" + ")" * 2000])
def test_an_expression_that_counts_too_far(pattern: str) -> None:
    """Python has three errors for it besides that of expressions."""
    with pytest.raises(re.error, match="too far"):
        in_python(pattern, "")
    can_explode(pattern)


def test_a_sheet_with_a_cell_at_its_far_corner(tmp_path: Path) -> None:
    """Room was made for all the cells before it, 99 GB in this case."""
    book, file = openpyxl.Workbook(), tmp_path / "form.xlsx"
    assert book.active is not None
    book.active["A1"], book.active["XFD252000"] = "a", "b"
    book.save(file)
    with pytest.raises(InputError, match="252,000 rows and 16,384 columns"):
        parse(file)
    book.active["XFD252000"] = None
    book.active["C19999"] = "b"
    book.save(file)
    assert parse(file)["Sheet"][19998] == ["", "", "b"]


def test_a_draft_that_uses_the_names_by_which_places_are_told() -> None:
    """Behind them a number was expected."""
    data = b'{"@id": "http://e/a", "@type": ["urn:guidecheck:at:x", "urn:guidecheck:at:99"]}'
    found = positions_of(data, ox.RdfFormat.JSON_LD)
    assert found.nodes["http://e/a"].column == 1
    assert len(found.triples) == 2


@pytest.mark.parametrize("name", ["utf8", "x-unicode20utf8"])
def test_utf_8_under_its_other_names(name: str, tmp_path: Path) -> None:
    """One of two parsers knew them: no place was found, or it fell, and no depth was too deep."""
    rdf = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/"'
    text = (
        f'<?xml version="1.0" encoding="{name}"?>\n<rdf:RDF {rdf}><e:C rdf:about="http://e/a" e:p="\u00e9"/></rdf:RDF>'
    )
    file = tmp_path / "draft.rdf"
    file.write_text(text, encoding="utf-8")
    data, quads = parse_rdf(file)
    found = positions_of(data, ox.RdfFormat.RDF_XML)
    assert len(found.triples) == len(quads) == 2
    assert found.nodes["http://e/a"].first == 2


@pytest.mark.parametrize("name", ["idna", "undefined", "unicode_escape", "utf-7"])
def test_encodings_that_are_none_of_documents(name: str, tmp_path: Path) -> None:
    """Python has them among the others, and they fail in ways of their own."""
    file = tmp_path / "activities.xml"
    text = '<iati-activities version="2.03"><iati-activity>xn--</iati-activity></iati-activities>'
    file.write_bytes(f'<?xml version="1.0" encoding="{name}"?>{text}'.encode() + b"\xff.xn--\xff")
    going = ActivityFile(file, load(), everything=True)
    assert list(going) == []
    assert "cannot be in" in going.faults[0].what
    assert "\u00ff" in decode(f"<meta charset={name}>".encode() + b"\xff", html=True)


@pytest.mark.parametrize(
    ("datatype", "text", "formed", "is_comparable"),
    [
        ("integer", "1" * 5000, True, True),
        ("byte", "1" * 5000, False, False),
        ("date", "1" * 5000 + "-01-01", False, False),
        ("double", "1e" + "9" * 30, True, True),
        ("double", "-1e-" + "9" * 30, True, True),
    ],
)
def test_numbers_of_thousands_of_digits(datatype: str, text: str, formed: bool, is_comparable: bool) -> None:
    """Python refuses to take them for numbers."""
    assert well_formed(XSD + datatype, text) == formed
    assert (comparable(XSD + datatype, text) is not None) == is_comparable


def test_names_whose_letters_have_several_bytes(tmp_path: Path) -> None:
    """File systems count bytes, and the name was cut by letters."""
    file = tmp_path / safe_name("\u6f22" * 200 + ".docx")
    file.write_bytes(b"")
    assert file.suffix == ".docx"


@pytest.mark.parametrize("charset", [b"undefined", b"utf-8\0"])
def test_an_upload_in_a_charset_that_is_none(charset: bytes, tmp_path: Path) -> None:
    """It is looked up in a list, and some of it has an error of its own."""
    sent = b'--x\r\nContent-Disposition: form-data; name="file"; filename="\xe9"\r\n\r\na\r\n--x--\r\n'
    headers = [(b"content-type", b"multipart/form-data; boundary=x; charset=" + charset)]
    request = Request({"type": "http", "method": "POST", "path": "/", "headers": headers}, pieces(sent))
    with pytest.raises(ProblemError, match="cannot be taken apart"):
        asyncio.run(received(request, tmp_path, Limits()))


def test_an_upload_that_says_a_size_of_thousands_of_digits(tmp_path: Path) -> None:
    """Python refuses to take it for a number."""
    headers = [(b"content-type", b"multipart/form-data; boundary=x"), (b"content-length", b"9" * 5000)]
    request = Request({"type": "http", "method": "POST", "path": "/", "headers": headers}, pieces(b""))
    with pytest.raises(ProblemError, match="larger than"):
        asyncio.run(received(request, tmp_path, Limits()))


def test_a_form_whose_questions_have_any_name(tmp_path: Path) -> None:
    """Names became part of an IRI as they were."""
    answers = {
        "a b<>\u00e9%20": Answer("yes", "We meet.", "p. 2"),
        "SOP-01?applies": Answer("no"),
        "SOP-01-A": Answer("yes"),
    }
    answers["SOP-01-A?applies"] = Answer("no")
    form = FilledForm("", "", "Plan", "sop", "en", answers)
    file = tmp_path / "form.ttl"
    file.write_text(as_turtle(form, load()), encoding="utf-8")
    found = read_rdf(file, load())
    back = answered_form(found.triples, found.descriptions[0], load(), path="", sha256="")
    assert back is not None
    assert back.answers == answers


def test_a_pause_that_is_no_number() -> None:
    """A small two is a digit, and no number."""
    assert [_seconds(said) for said in ("\u00b2", "2", "", "soon")] == [0.0, 2.0, 0.0, 0.0]


def test_a_name_of_many_dots_and_many_empty_lines() -> None:
    """The time grew with the square of their number: minutes for these."""
    before = process_time()
    data = b"@prefix e: <http://e/> .\n<s:> e:p e:a" + b"." * 200_000 + b"b .\n<s:> e:q 1 ."
    assert len(positions_of(data, ox.RdfFormat.TURTLE).triples) == 2
    prefixes_of("\n" * 200_000)
    assert process_time() - before < 10


def test_near_terms_are_looked_for_only_where_they_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For each triple all terms were compared: a minute for ten thousand."""
    asked: list[str] = []
    near = doubting.near_term
    monkeypatch.setattr(doubting, "near_term", lambda iri, known: asked.append(iri) or near(iri, known))
    file = tmp_path / "draft.ttl"
    said = "".join(f"<http://e/d> gc:hasNome{n} 1 .\n" for n in range(2000))
    file.write_text("@prefix gc: <https://w3id.org/guidecheck/ontology#> .\n" + said, encoding="utf-8")
    found = doubts_in(file, load())
    assert len(found) == len(asked) == 50
    assert found[0].near == "gc:hasName"


def test_lines_of_json_are_those_of_an_editor() -> None:
    """Signs that Python takes for ends of lines may stand in its texts."""
    data = '{"http://e/p": "\u2028\u0085",\n"@id": "http://e/a"}'.encode()
    assert lines_of(data, ox.RdfFormat.JSON_LD)["http://e/a"].first == 2


def test_a_server_that_answers_with_brackets(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser of JSON gave up in a way of its own."""
    monkeypatch.setattr(endpoint, "_posted", lambda *_: b"[" * 100_000)
    with pytest.raises(InputError, match="something else"):
        endpoint.ask_server("http://localhost/query", "SELECT * { ?s ?p ?o }", "q", most=3, seconds=1)


@pytest.mark.parametrize("said", ["\u00b2", "9" * 4300, "9" * 5000])
def test_lists_that_begin_with_what_is_no_number(said: str, tmp_path: Path) -> None:
    """Python calls a small two a digit, and takes or writes no number of so many."""
    (tmp_path / "draft.html").write_text(f'<ol start="{said}"><li>We meet.</ol>', encoding="utf-8")
    number = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
    numbers = (
        f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="{said}"/><w:lvl w:ilvl="0"><w:start w:val="{said}"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    (tmp_path / "draft.docx").write_bytes(word(p("We meet.", number), numbering=numbers))
    for file in tmp_path.iterdir():
        assert "1. We meet." in read(file).text, file.name


def test_a_report_that_covers_more_than_a_number_can_say(tmp_path: Path) -> None:
    """It cannot be made a fraction."""
    file = tmp_path / "report.json"
    draft = {"sha256": "0", "path": "a", "kind": "sop", "language": "en", "coverage": 10**400, "requirements": []}
    file.write_text(json.dumps({"inputs": [draft]}), encoding="utf-8")
    with pytest.raises(InputError, match="no report of ours"):
        list(of_json(file, load()))
