"""Real drafts, a real server: what it answers, what it refuses, what it leaves behind."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from checker.reports import FORMATS
from tests.serving.server import RDF, TOKEN, WORD, Server, alive, eventually, served

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
PROBLEM = "application/problem+json"


def problem(answer: httpx.Response, status: int) -> dict[str, str]:
    assert (answer.status_code, answer.headers["content-type"]) == (status, PROBLEM), answer.text
    body: dict[str, str] = answer.json()
    assert body["detail"]
    assert body.keys() == {"type", "title", "status", "detail", "where", "remedy"}
    return body


def test_a_word_draft_at_once(server: Server) -> None:
    answer = server.post(WORD, wait=60, kind="sop", language="en", profile="rcm-guide")
    assert answer.status_code == 200
    report = answer.json()
    assert report["profile"] == "rcm-guide"
    assert report["inputs"][0]["path"] == WORD.name
    assert report["inputs"][0]["kind"] == "sop"


def test_a_description_as_a_job_in_every_format(server: Server) -> None:
    posted = server.post(RDF)
    assert posted.status_code == 202
    place = posted.headers["location"]
    assert server.http.get(place, params={"wait": 60}).json()["state"] == "done"
    for format in FORMATS:
        answer = server.http.get(f"{place}/report", params={"format": format})
        assert answer.status_code == 200
        assert str(server.temporary) not in answer.text
    sarif = server.http.get(f"{place}/report", params={"format": "sarif"}).json()
    places = [r["locations"][0]["physicalLocation"] for r in sarif["runs"][0]["results"] if r.get("locations")]
    assert any(place["region"]["startLine"] > 1 for place in places)


def test_an_upload_is_gone_once_it_is_checked(server: Server) -> None:
    server.post(RDF, wait=60)
    eventually(lambda: not list(server.temporary.rglob(RDF.name)))


@pytest.mark.parametrize("header", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": f"Basic {TOKEN}"}])
def test_without_the_token(server: Server, header: dict[str, str]) -> None:
    for path in ("/kinds", "/openapi.json", "/checks/x"):
        answer = httpx.get(f"{server.http.base_url}{path}", headers=header)
        assert answer.headers["www-authenticate"] == "Bearer"
        problem(answer, 401)
    assert httpx.get(f"{server.http.base_url}/health").json() == {"status": "ok"}


def test_a_web_page_is_refused_even_with_the_token(server: Server) -> None:
    problem(server.http.get("/kinds", headers={"Origin": "https://example.org"}), 403)
    assert "access-control-allow-origin" not in server.http.get("/kinds").headers


def test_too_large(server: Server) -> None:
    assert "1 MB" in problem(server.post(("a.docx", bytes(2**20 + 20_000))), 413)["detail"]


def test_too_large_and_silent_about_it(server: Server) -> None:
    def endless() -> Iterator[bytes]:
        yield b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
        for _ in range(40):
            yield bytes(2**16)

    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    answer = server.http.post("/checks", content=endless(), headers=headers)
    problem(answer, 413)
    assert not server.uploads()


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"kind": "sopp"}, "sopp"),
        ({"language": "xx"}, "xx"),
        ({"format": "exe"}, "exe"),
        ({"profile": "/etc/passwd"}, "/etc/passwd"),
        ({"profile": "../own.ttl"}, "../own.ttl"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_names_that_are_not_known(server: Server, said: dict[str, str], name: str) -> None:
    body = problem(server.post(RDF, **said), 400)
    assert name in body["detail"]
    assert body["remedy"]


def test_no_file_and_no_multipart(server: Server) -> None:
    problem(server.http.post("/checks", files={"kind": (None, "sop")}), 400)
    problem(server.http.post("/checks", content=b"{}"), 415)


def test_a_file_that_cannot_be_read_says_why(server: Server) -> None:
    body = problem(server.post(("broken.docx", b"no archive"), wait=60), 422)
    assert body["where"] == "broken.docx"


def test_a_name_that_climbs_and_acts(server: Server) -> None:
    posted = server.post(("../../\u202e<b>x\r\n.ttl", RDF.read_bytes()), wait=60, format="json")
    assert "/" not in posted.json()["inputs"][0]["path"]
    assert not set("<>\u202e\r\n") & set(posted.json()["inputs"][0]["path"])


def test_too_many(server: Server) -> None:
    first, second = server.post(WORD), server.post(WORD)
    third = server.post(WORD)
    assert [first.json()["state"], second.json()["state"]] == ["running", "waiting"]
    assert third.headers["retry-after"].isdigit()
    problem(third, 429)
    for taken in (first, second):
        assert server.http.get(taken.headers["location"], params={"wait": 60}).json()["state"] == "done"


def test_ended_by_whoever_asked(server: Server) -> None:
    running, waiting = server.post(WORD), server.post(WORD)
    (pid,) = server.checking()
    for posted in (waiting, running):
        assert server.http.delete(posted.headers["location"]).status_code == 204
        problem(server.http.get(posted.headers["location"]), 404)
    eventually(lambda: not alive(pid))
    eventually(lambda: not list(server.temporary.rglob(WORD.name)))


def test_a_check_that_is_killed_is_an_error_and_the_next_one_runs(server: Server) -> None:
    posted = server.post(WORD)
    problem(server.http.get(posted.json()["id"].join(("/checks/", "/report"))), 409)
    (pid,) = server.checking()
    os.kill(pid, signal.SIGKILL)
    state = server.http.get(posted.headers["location"], params={"wait": 60}).json()
    assert state["state"] == "failed"
    assert state["errors"][0]["remedy"] == "try again"
    problem(server.http.get(f"{posted.headers['location']}/report"), 500)
    assert server.post(RDF, wait=60).status_code == 200


def test_security_headers_and_no_page_from_elsewhere(server: Server) -> None:
    headers = server.http.get("/kinds").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert "server" not in headers
    problem(server.http.get("/redoc"), 404)
    assert "cdn" not in json.dumps(server.http.get("/openapi.json").json())


def test_what_can_be_checked(server: Server) -> None:
    assert {kind["id"] for kind in server.http.get("/kinds").json()} >= {"sop", "programme"}
    assert server.http.get("/profiles", params={"language": "es"}).json()[1]["id"] == "everything"
    assert server.http.get("/requirements/SOP-07", params={"language": "fr"}).json()["provisions"]
    problem(server.http.get("/requirements/SOP-99"), 404)
    problem(server.http.get("/kinds", params={"language": "xx"}), 400)
    body = problem(server.http.get("/kinds", params={"langauge": "es"}), 400)
    assert body["remedy"] == "did you mean language?"


def test_a_killed_server_leaves_no_check_behind(tmp_path: Path) -> None:
    with served(tmp_path) as started:
        problem(started.http.get("/kinds", headers={"Host": "example.org"}), 403)
        started.post(WORD)
        (pid,) = started.checking()
        started.process.kill()
        eventually(lambda: not alive(pid))
        shutil.rmtree(next(started.temporary.glob("guidecheck-serve-*")))  # nobody was there to do so


def test_a_slow_upload_holds_no_other_up(server: Server) -> None:
    place = server.http.base_url
    with socket.create_connection((place.host, place.port or 80)) as slow:
        head = f"POST /checks HTTP/1.1\r\nHost: {place.host}\r\nAuthorization: Bearer {TOKEN}\r\n"
        slow.sendall(f"{head}Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 999\r\n\r\n--x".encode())
        assert server.post(RDF, wait=60).status_code == 200


def test_the_head_of_an_answer_can_be_asked_for(server: Server) -> None:
    whole, head = server.http.get("/health"), server.http.head("/health")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == whole.headers["content-length"]
    assert server.http.head("/checks").status_code == 405


def test_a_parameter_that_is_there_twice_is_refused(server: Server) -> None:
    assert problem(server.http.get("/kinds?language=en&language=fr"), 400)["where"] == "language"
