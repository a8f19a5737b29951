"""Queries, shapes, and the expressions in shapes."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from functools import cache
from hashlib import sha256

import duckdb
import pyoxigraph as ox

from checker.engine import validate
from checker.engine.tables.regex import can_explode, in_duckdb, in_python
from checker.query.form import BOTH, check_form
from fuzz.samples import SHAPED

VALUES = ("a" * 40 + "!", "a b-c 1.2" * 8, "\u00e9\u0301x\n" * 9)


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
