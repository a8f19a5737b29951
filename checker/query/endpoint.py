"""Asks a server that speaks SPARQL 1.1: one POST, no redirects, no proxy, an answer of bounded size."""

from __future__ import annotations

import re
import time
from typing import Any
from urllib.parse import urlsplit

import pyoxigraph as ox

from checker.errors import CallError, InputError
from checker.query.child import MOST_BYTES, syntax_error
from checker.query.form import BOTH, check_form
from checker.query.places import Said
from checker.query.prefixes import DECLARED

_KEY = re.compile(r"//.*@")
"""User and password in an address, which no line shows."""
_ROWS, _GRAPH = "application/sparql-results+json", "application/n-triples"


def ask_server(url: str, query: str, where: str, *, most: int, seconds: float, outside: bool = False) -> Said:
    """``url`` is where queries go, such as http://host:7878/query. Raises CallError and InputError."""
    form = check_form(query, where, elsewhere=frozenset() if outside else BOTH)
    wants = _GRAPH if form in ("CONSTRUCT", "DESCRIBE") else _ROWS
    place = _KEY.sub("//", url)
    data = _posted(url, place, DECLARED + query, wants, where, seconds)
    try:
        return _cut_graph(data, most) if wants == _GRAPH else _cut_rows(data, most)
    except (ValueError, SyntaxError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(
            "it answers with something else than results of SPARQL", where=place, remedy="check the address"
        ) from error


def _posted(url: str, place: str, query: str, wants: str, where: str, seconds: float) -> bytes:
    try:
        import httpx
    except ImportError as error:
        raise CallError("asking a server needs httpx", remedy="pip install 'guidecheck[ui]'") from error
    try:
        known = urlsplit(url).scheme in ("http", "https") and urlsplit(url).hostname
    except ValueError:
        known = None
    if not known:
        raise CallError(f"'{place}' is no address of a server", remedy="write it like http://host:7878/query")
    headers = {"Content-Type": "application/sparql-query", "Accept": wants}
    limits = httpx.Timeout(seconds, connect=min(seconds, 10.0))
    until, found = time.monotonic() + seconds, bytearray()
    try:
        with (
            httpx.Client(trust_env=False, follow_redirects=False, timeout=limits) as client,
            client.stream("POST", url, content=query.encode(), headers=headers) as answer,
        ):
            for part in answer.iter_bytes():
                found += part
                if len(found) > MOST_BYTES:
                    what = f"the answer is larger than {MOST_BYTES >> 20} MB"
                    raise CallError(what, where=place, remedy="ask for less, with LIMIT")
                if time.monotonic() > until:
                    raise httpx.ReadTimeout("")
            _check(answer.status_code, bytes(found[:2000]), place, where)
    except httpx.TimeoutException as error:
        remedy = "ask for less, or give it more with --seconds"
        raise CallError(f"it took longer than {seconds:g} seconds", where=place, remedy=remedy) from error
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        remedy = "check the address and that the server runs"
        raise InputError(f"it cannot be reached ({type(error).__name__})", where=place, remedy=remedy) from error
    return bytes(found)


def _check(status: int, body: bytes, place: str, where: str) -> None:
    if 200 <= status < 300:
        return
    said = " ".join(body.decode("utf-8", "replace").split())[:200]
    if status in (401, 403):
        remedy = "write user and password into the address: https://user:password@host/query"
        raise InputError(f"it does not let us in ({status})", where=place, remedy=remedy)
    if status == 400 and re.match(r"error at \d+:\d+: ", said):
        raise syntax_error(SyntaxError(said), where, before=1)
    raise InputError(f"it refuses the query ({status} {said})".replace(" )", ")"), where=place, remedy="check both")


def _cut_rows(data: bytes, most: int) -> Said:
    import json

    found: Any = json.loads(data)
    if "boolean" in found:
        return Said(rows=json.dumps({"head": {}, "boolean": bool(found["boolean"])}).encode())
    rows = found["results"]["bindings"]
    names = [str(name) for name in found["head"]["vars"]]
    cut = {"head": {"vars": names}, "results": {"bindings": rows[:most]}}
    made = json.dumps(cut, ensure_ascii=False).encode()
    list(ox.parse_query_results(made, format=ox.QueryResultsFormat.JSON))  # type: ignore[arg-type]
    return Said(rows=made, cut=len(rows) > most)


def _cut_graph(data: bytes, most: int) -> Said:
    triples = [f"{quad.triple} .\n" for quad in ox.parse(data, format=ox.RdfFormat.N_TRIPLES)]
    return Said(graph="".join(triples[:most]).encode(), cut=len(triples) > most)
