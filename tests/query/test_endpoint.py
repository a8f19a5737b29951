"""Asking a real server, and servers that answer badly."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from checker.errors import GuidecheckError
from checker.query.endpoint import ask_server
from checker.query.places import Said
from tests.query.asking import rows
from tests.reviews.conftest import server  # noqa: F401 - a fixture


def asked(url: str, query: str, *, most: int = 100, seconds: float = 20, outside: bool = False) -> Said:
    return ask_server(url, query, "q.rq", most=most, seconds=seconds, outside=outside)


@pytest.fixture
def filled(server: str) -> str:  # noqa: F811
    data = "INSERT DATA { " + " ".join(f'<a:{n}> <a:b> "{n}" .' for n in range(20)) + " }"
    httpx.post(f"{server}/update", content=f"DROP ALL ; {data}", headers={"Content-Type": "application/sparql-update"})
    return f"{server}/query"


def test_rows_yes_and_graphs(filled: str) -> None:
    said = asked(filled, "SELECT ?o { ?s <a:b> ?o } ORDER BY ?o", most=5)
    assert (rows(said), said.cut) == ([{"o": o} for o in ("0", "1", "10", "11", "12")], True)
    assert json.loads(asked(filled, "ASK { <a:1> ?p ?o }").rows)["boolean"] is True
    said = asked(filled, "CONSTRUCT { ?s gc:inTheme ?o } WHERE { ?s <a:b> ?o }", most=20)
    assert (said.graph.count(b"ontology#inTheme"), said.cut) == (20, False)


@pytest.mark.parametrize("query", ["DROP ALL", "ASK {} ; DROP ALL", "INSERT DATA { <a:a> <a:b> 1 }"])
def test_nothing_is_changed(filled: str, query: str) -> None:
    with pytest.raises(GuidecheckError):
        asked(filled, query)
    assert len(rows(asked(filled, "SELECT * { ?s ?p ?o }"))) == 20


@pytest.mark.parametrize("query", ["SELECT * { SERVICE <http://a/> {} }", "SELECT * FROM <http://a/> {}"])
def test_the_server_is_sent_nowhere(filled: str, query: str) -> None:
    with pytest.raises(GuidecheckError, match="asks for data from elsewhere"):
        asked(filled, query)


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("SELECT *\nWHERE { ?s ?p }", r"^q\.rq:2:\d+: this is not SPARQL"),
        ("SELECT * { ?s nope:x ?o }", r"^q\.rq:1:\d+: this is not SPARQL"),
    ],
)
def test_errors_name_line_and_column_of_the_query(filled: str, query: str, line: str) -> None:
    with pytest.raises(GuidecheckError, match=line):
        asked(filled, query)


class Answers(BaseHTTPRequestHandler):
    status, body, pause = 200, b"", 0.0

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        self.send_response(self.status)
        self.send_header("location", "http://127.0.0.1:1/")
        self.end_headers()
        try:
            for part in (self.body[:10], self.body[10:]):
                self.wfile.write(part)
                time.sleep(self.pause)
        except OSError:
            pass

    def log_message(self, *said: object) -> None: ...


@pytest.fixture
def answering() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as listening:
        threading.Thread(target=listening.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://ana:secret@127.0.0.1:{listening.server_port}/query"
        listening.shutdown()


@pytest.mark.parametrize(
    ("status", "body", "line"),
    [
        (200, b"<html>", "something else than results"),
        (200, b'{"head":{}}', "something else than results"),
        (200, b"[]", "something else than results"),
        (200, b"x" * (65 * 2**20), "larger than 64 MB"),
        (302, b"", r"refuses the query \(302\)"),
        (401, b"", "user and password"),
        (500, b"no\nroom", r"refuses the query \(500 no room\)"),
    ],
)
def test_answers_that_are_none(
    answering: str, monkeypatch: pytest.MonkeyPatch, status: int, body: bytes, line: str
) -> None:
    monkeypatch.setattr(Answers, "status", status)
    monkeypatch.setattr(Answers, "body", body)
    with pytest.raises(GuidecheckError, match=line) as raised:
        asked(answering, "SELECT * { ?s ?p ?o }")
    assert "secret" not in raised.value.line and "\n" not in raised.value.line


def test_a_server_that_dawdles_is_left(answering: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Answers, "pause", 1.5)
    monkeypatch.setattr(Answers, "body", b"x" * 20)
    with pytest.raises(GuidecheckError, match="took longer than 1 seconds"):
        asked(answering, "ASK {}", seconds=1)


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/query", "http://", "ftp://a/", "http://[", "nonsense"])
def test_addresses_that_lead_nowhere(address: str) -> None:
    with pytest.raises(GuidecheckError) as raised:
        asked(address, "ASK {}")
    assert "\n" not in raised.value.line
