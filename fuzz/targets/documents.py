"""Drafts in prose, and the workbooks that forms are."""

from __future__ import annotations

from unittest.mock import patch

from checker.descriptions.forms import reading
from checker.descriptions.forms.questions import APPLIES
from checker.descriptions.forms.turtle import answered_form, as_turtle
from checker.descriptions.rdf import read_rdf
from checker.knowledge import load
from checker.readers.blocks import assemble
from checker.readers.encoding import decode
from checker.readers.foreign import Listener, Tongue
from checker.readers.formats import BY_ID
from checker.readers.language import detect
from fuzz.targets.files import Target, written


def reader(format: str, name: str) -> Target:
    def one(data: bytes) -> object:
        return assemble(BY_ID[format].reader()(data, name), path=name, sha256="", format=format)

    return one


def form(data: bytes) -> None:
    """Sheets, rows and cells, divided by signs of their own, as a workbook comes out of its reader. What they answer
    is the same when it comes back as Turtle."""
    parts = [sheet.partition("\x1f") for sheet in data.decode("utf-8", "replace").split("\x1d")]
    sheets = {name: [row.split("\t") for row in rows.split("\x1e")] for name, _, rows in parts}
    file = written(data, "form.xlsx")
    with patch.object(reading, "read_sheets", lambda path: dict(sheets)):
        filled = reading.read_form(file, load())
        assert set(filled.answers) <= set(reading.rows_of(file))
        reading.row_texts(file)
    again = read_rdf(written(as_turtle(filled, load()).encode(), "form.ttl"), load())
    back = answered_form(again.triples, again.descriptions[0], load(), path="", sha256="")
    came = back.answers if back else {}
    known = load().requirements
    asked = {
        q for q in filled.answers if q not in known and q.removesuffix(APPLIES) not in filled.answers.keys() & known
    }
    assert {question: came.get(question) for question in asked} == {q: filled.answers[q] for q in asked}


def language(data: bytes) -> None:
    knowledge = load()
    read = {code: Tongue(frozenset(x.little_words), x.own_letters) for code, x in knowledge.languages.items()}
    others = {x.id: Tongue(x.little_words, x.own_letters, x.script) for x in knowledge.other_languages.values()}
    listener = Listener(read | others)
    for text in (decode(data), decode(data, html=True)):
        found, sure = detect(text, read)
        assert found in read
        assert 0 <= sure <= 1
        assert set(listener.heard(text.split("\n"), found)) <= {*read, *others}
        listener.strange(text.split("\n"))
