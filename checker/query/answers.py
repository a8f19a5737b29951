"""An answer as a table, CSV, JSON, Turtle or N-Triples. No text in it acts in a terminal or a spreadsheet."""

from __future__ import annotations

import csv
import io
import json
from contextlib import suppress
from typing import Any

import pyoxigraph as ox

from checker.errors import CallError
from checker.query.places import Said
from checker.query.prefixes import PREFIXES
from checker.reports.display import one_line

FORMATS = ("table", "csv", "json", "turtle", "ntriples")
WIDEST = 60
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def written(said: Said, form: str) -> str:
    """``form`` is one of FORMATS. Raises CallError where a graph is asked for as rows, or rows as a graph."""
    if said.rows:
        answer = json.loads(said.rows)
        if form not in ("table", "csv", "json"):
            raise CallError(f"rows cannot be written as {form}", remedy="ask with CONSTRUCT, or use table, csv or json")
        if form == "json":
            return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"
        if "boolean" in answer:
            return f"{'yes' if answer['boolean'] else 'no'}\n" if form == "table" else f"{answer['boolean']}\n".lower()
        return (_table if form == "table" else _csv)(answer["head"]["vars"], answer["results"]["bindings"])
    if form in ("csv", "json"):
        raise CallError(f"a graph cannot be written as {form}", remedy="ask with SELECT, or use turtle or ntriples")
    if form == "ntriples":
        return said.graph.decode()
    return _turtle(said.graph)


def _turtle(graph: bytes) -> str:
    triples = sorted((quad.triple for quad in ox.parse(graph, format=ox.RdfFormat.N_TRIPLES)), key=str)
    used = {name: iri for name, iri in PREFIXES.items() if iri.encode() in graph}
    return (ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=used) or b"").decode()


def _table(names: list[str], rows: list[dict[str, Any]]) -> str:
    """Columns as wide as what they hold, cut at ``WIDEST``; numbers to the right."""
    cells = [[_short(row.get(name)) for name in names] for row in rows]
    widths = [max([len(name), *(len(row[at]) for row in cells)]) for at, name in enumerate(names)]
    numbers = [all(_is_number(row.get(name)) for row in rows if name in row) and bool(rows) for name in names]

    def line(texts: list[str]) -> str:
        parts = (t.rjust(w) if n else t.ljust(w) for t, w, n in zip(texts, widths, numbers, strict=True))
        return "  ".join(parts).rstrip() + "\n"

    return "".join((line(names), line(["─" * width for width in widths]), *map(line, cells)))


def _short(term: dict[str, Any] | None) -> str:
    if term is None:
        return ""
    text = one_line(_text(term))
    if term["type"] == "uri":
        for name, iri in PREFIXES.items():
            if text.startswith(iri) and text != iri:
                text = f"{name}:{text.removeprefix(iri)}"
                break
    if term.get("datatype", "").endswith(("#double", "#decimal", "#float")):
        with suppress(ValueError):
            text = f"{float(text):.4g}"
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"


def _is_number(term: dict[str, Any] | None) -> bool:
    return term is not None and term.get("datatype", "").endswith(("#integer", "#decimal", "#double", "#float"))


def _text(term: dict[str, Any]) -> str:
    if term["type"] == "triple":
        return "<<" + " ".join(_text(part) for part in term["value"].values()) + ">>"
    return f"_:{term['value']}" if term["type"] == "bnode" else str(term["value"])


def _csv(names: list[str], rows: list[dict[str, Any]]) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([_safe(row[name]) if name in row else "" for name in names])
    return stream.getvalue()


def _safe(term: dict[str, Any]) -> str:
    text = _text(term)
    return f"'{text}" if text.startswith(_FORMULAS) and not _is_number(term) else text
