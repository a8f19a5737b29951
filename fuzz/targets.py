"""What is fed: each reader of something that a person, a program or a language model hands in."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

import duckdb
import pyoxigraph as ox

from checker.activities import ActivityFile, is_iati
from checker.baseline.file import read_baseline
from checker.config import config_file, effective
from checker.descriptions.lines import lines_of
from checker.descriptions.positions import positions_of
from checker.descriptions.rdf import read_rdf
from checker.descriptions.syntaxes import SYNTAXES, stream
from checker.engine import validate
from checker.engine.tables.regex import can_explode, in_duckdb, in_python
from checker.knowledge import load
from checker.profiles.opening import opened
from checker.query.form import BOTH, check_form
from checker.reader.answer import UnusableError, read_answer
from checker.reader.batch import read_answers
from checker.reader.question import Point, Question
from checker.reader.quotes import QuoteFinder
from checker.readers.blocks import assemble
from checker.readers.formats import BY_ID
from checker.readers.sheets_child import parse as parse_sheets
from checker.readers.sniff import sniff
from checker.reviews.imported import Import
from checker.waivers.file import read_waivers
from fuzz.corpus import ANSWERED, SHAPED
from fuzz.packing import repacked

Target = Callable[[bytes], object]
VALUES = ("a" * 40 + "!", "a b-c 1.2" * 8, "\u00e9\u0301x\n" * 9)
FOLDER = tempfile.mkdtemp(prefix="guidecheck-fuzz-")


def reader(format: str, name: str) -> Target:
    def one(data: bytes) -> object:
        return assemble(BY_ID[format].reader()(data, name), path=name, sha256="", format=format)

    return one


def rdf(ending: str) -> Target:
    """A draft in a syntax, read whole, piece by piece as portfolios are, and for the lines of its nodes."""

    def one(data: bytes) -> object:
        file = written(data, f"draft{ending}")
        pieces = sum(1 for _ in stream(file))
        found = read_rdf(file, load())
        assert pieces >= len(found.triples)
        return positions_of(data, SYNTAXES[ending]), lines_of(data, SYNTAXES[ending])

    return one


def written(data: bytes, name: str) -> Path:
    file = Path(FOLDER, name)
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    return file


def iati(data: bytes) -> object:
    file = written(data, "activities.xml")
    return is_iati(file) and list(ActivityFile(file, load(), everything=True))


def config(data: bytes) -> object:
    """Both files that hold settings."""
    return [effective(config_file([written(data, name).parent])) for name in ("c/guidecheck.toml", "p/pyproject.toml")]


@cache
def question() -> Question:
    points = (Point("P1", "said", "They meet.", None),)
    asked = next(iter(load().requirements.values()))
    return Question(asked, "", "", "", points, (), (), last=False)


def answers(data: bytes) -> None:
    """Lines that came back from a language model, and what each says of a question."""
    draft = assemble(BY_ID["text"].reader()(ANSWERED.encode(), "a.txt"), path="", sha256="", format="text")
    for reply in read_answers([written(data, "answers.jsonl")]).by_id.values():
        with suppress(UnusableError):
            read_answer(reply.content, question(), QuoteFinder(draft), ())


def query(data: bytes) -> object:
    """What the look at its form lets through asks nobody else: the engine, which would, raises no other error."""
    text = data.decode("utf-8", "replace")
    check_form(text, "query", elsewhere=BOTH)
    try:
        return ox.Store().query(text)
    except (SyntaxError, ValueError):
        return None
    except OSError as error:
        assert "SERVICE" not in str(error), error
        return None


@cache
def database() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


def pattern(data: bytes) -> object:
    """An expression of a shape: refused, or answered in a time that does not explode. Few go the whole way."""
    flags, _, text = data.decode("utf-8", "replace").partition("\n")
    try:
        compiled = in_python(text, flags)
    except re.error:
        return None
    in_tables, explodes = in_duckdb(text, flags), can_explode(text)
    if explodes and in_tables is None:
        return None
    if sha256(data).digest()[0] == 0:
        shape = SHAPED.replace("FLAGS", json.dumps(flags)).replace("PATTERN", json.dumps(text))
        return shapes(shape.encode("utf-8", "surrogatepass"))
    if not explodes:
        return [compiled.search(value) for value in VALUES]
    with suppress(duckdb.Error):
        return database().execute("SELECT regexp_matches(?, ?)", [VALUES[0], in_tables]).fetchall()
    return None


def shapes(data: bytes) -> object:
    try:
        triples = [quad.triple for quad in ox.parse(data, format=ox.RdfFormat.TURTLE)]
    except (SyntaxError, ValueError):
        return None
    seen = [t for t in triples if "example.org" in str(t.subject)]
    return [validate(triples, seen, engine) for engine in ("sets", "compiled")]


TARGETS: dict[str, Target] = {
    "sniff": lambda data: sniff(data, "draft"),
    "docx": lambda data: reader("docx", "draft.docx")(repacked(data)),
    "odt": lambda data: reader("odt", "draft.odt")(repacked(data)),
    "xlsx": lambda data: parse_sheets(written(repacked(data), "form.xlsx")),
    "zip": lambda data: reader("docx", "draft.docx")(data),
    "pdf": reader("pdf", "draft.pdf"),
    "html": reader("html", "draft.html"),
    "markdown": reader("markdown", "draft.md"),
    "text": reader("text", "draft.txt"),
    "turtle": rdf(".ttl"),
    "trig": rdf(".trig"),
    "ntriples": rdf(".nt"),
    "jsonld": rdf(".jsonld"),
    "rdfxml": rdf(".rdf"),
    "profile": lambda data: opened(written(data, "profile.ttl"), load()),
    "iati": iati,
    "reviews": lambda data: list(Import(repacked(data)).reviews()),
    "waivers": lambda data: read_waivers(written(data, "waivers.toml"), load().requirements),
    "config": config,
    "baseline": lambda data: read_baseline(written(data, "baseline.json")),
    "answers": answers,
    "query": query,
    "pattern": pattern,
    "shapes": shapes,
}
