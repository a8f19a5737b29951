"""What is particular to reviews on a server: its address, its key, who else writes to it, and its troubles."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Triple

from checker.errors import GuidecheckError
from checker.reviews import names as n
from checker.reviews import said
from checker.reviews.decided import standing
from checker.reviews.desk import Desk
from checker.reviews.kept import KeptReviews
from checker.reviews.model import Decision
from checker.reviews.opening import BLOBS, open_store
from checker.reviews.to_graph import decision_triples
from tests.reviews.desks import ANA, BEN, new

WRITER = """
import sys
from checker.reviews.desk import Desk, Person
from checker.reviews.opening import open_store
from checker.reviews.store import ReviewChangedError
desk = Desk(open_store(sys.argv[1]), Person(sys.argv[3], "reviewer"))
seen, kept = None, 0
for turn in range(30):
    try:
        seen = desk.comment(sys.argv[2], "SOP-01", seen, f"{turn}").id
        kept += 1
    except ReviewChangedError as changed:
        seen = changed.standing.id
print(kept)
"""


def test_processes_that_write_at_once_do_not_overwrite_each_other(server_store: KeptReviews, server: str) -> None:
    review = Desk(server_store, ANA).add(new()).id
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, server, review, name], stdout=subprocess.PIPE, text=True)
        for name in ("Ben", "Eve", "Kim")
    ]
    kept = [int(writer.communicate(timeout=60)[0]) for writer in writers]
    assert all(kept)
    assert len(server_store.review(review).decisions) == sum(kept)
    assert server_store.verify() == ()


def test_where_two_follow_upon_the_same_the_later_one_stands_and_both_are_kept(server_store: KeptReviews) -> None:
    """As may come of writers that do not share a folder of blobs."""
    ana, ben = Desk(server_store, ANA), Desk(server_store, BEN)
    review = ana.add(new()).id
    first = ana.accept(review, "SOP-01", None)
    second = ana.undo(review, "SOP-01", first.id)
    beside = Decision(
        "urn:uuid:11111111-1111-4111-8111-111111111111", "SOP-01", "comment", "Kim", second.when.replace("20", "21", 1),
        first.id, comment="At the same time",
    )  # fmt: skip
    server_store._graphs.update(said.inserted(NamedNode(review), decision_triples(review, beside)))
    assert standing(ben.review(review).decisions)["SOP-01"] == beside
    assert len(ben.review(review).decisions) == 3
    assert any("another one follow upon the same" in line for line in server_store.verify())
    after = ben.correct(review, "SOP-01", beside.id, "met")
    assert standing(ana.review(review).decisions)["SOP-01"] == after


def test_what_others_keep_on_the_server_is_left_alone(server_store: KeptReviews) -> None:
    foreign = Triple(NamedNode("urn:a"), NamedNode("urn:b"), NamedNode("urn:c"))
    server_store._graphs.update(said.inserted(NamedNode("urn:others"), [foreign]))
    desk = Desk(server_store, ANA)
    desk.delete(desk.add(new()).id)
    assert server_store.verify() == ()
    assert len(server_store._graphs.rows(said.everything_in(NamedNode("urn:others")))) == 1


def test_blobs_of_two_servers_do_not_mix(server_store: KeptReviews, tmp_path: Path) -> None:
    Desk(server_store, ANA).add(new())
    (folder,) = (tmp_path / "shared-blobs").iterdir()
    (store_id,) = server_store._graphs.rows(f"SELECT ?id {{ GRAPH {n.FORMAT} {{ ?s {n.STORE_ID} ?id }} }}")[0]
    assert folder.name == store_id.value


@pytest.mark.skipif(os.name != "posix", reason="rights of another kind")
def test_what_one_user_writes_the_others_of_the_folder_may_read(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    team = tmp_path / "team"
    team.mkdir()
    team.chmod(0o2770)
    monkeypatch.setenv(BLOBS, str(team))
    store = open_store(server)
    Desk(store, ANA).add(new())
    rights = {path.stat().st_mode & 0o7777 for path in team.rglob("*")}
    assert rights == {0o2770, 0o660}
    store.close()


@pytest.mark.skipif(os.name != "posix", reason="rights of another kind")
def test_in_a_folder_of_ones_own_nobody_else_may_read(folder_store: KeptReviews) -> None:
    Desk(folder_store, ANA).add(new())
    folder = folder_store._blobs.folder
    assert {path.stat().st_mode & 0o7777 for path in (folder, *folder.rglob("*"))} == {0o700, 0o600}
    assert Path(folder_store._graphs._folder).stat().st_mode & 0o77 == 0


class Answers(BaseHTTPRequestHandler):
    status, body = 200, b""
    asked: list[tuple[str, str]] = []

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        self.asked.append((self.path, self.headers.get("authorization", "")))
        self.send_response(self.status)
        self.send_header("location", "http://127.0.0.1:1/")
        self.end_headers()
        self.wfile.write(self.body)

    def log_message(self, *said: object) -> None: ...


@pytest.fixture
def answering() -> Iterator[str]:
    Answers.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as listening:
        threading.Thread(target=listening.serve_forever, args=(0.01,), daemon=True).start()
        yield f"127.0.0.1:{listening.server_port}"
        listening.shutdown()


@pytest.mark.parametrize(
    ("status", "body", "line"),
    [
        (200, b"<html>", "something else than results of SPARQL"),
        (200, b'{"head":{"vars":["version","id"]}}', "something else than results of SPARQL"),
        (401, b"", "write user and password into GUIDECHECK_STORE"),
        (302, b"", r"refuses a query \(302\)"),
        (500, b"no\nspace", r"refuses a query \(500 no space\)"),
    ],
)
def test_a_server_that_will_not_is_said_without_its_key(
    answering: str, monkeypatch: pytest.MonkeyPatch, status: int, body: bytes, line: str
) -> None:
    monkeypatch.setattr(Answers, "status", status)
    monkeypatch.setattr(Answers, "body", body)
    with pytest.raises(GuidecheckError, match=line) as raised:
        open_store(f"http://ana:secret@{answering}/reviews/")
    assert "secret" not in raised.value.line and "\n" not in raised.value.line
    assert Answers.asked == [("/reviews/query", "Basic YW5hOnNlY3JldA==")]


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1", "http://ana:secret@127.0.0.1:1", "http://", "http://[", "http://h:x"]
)
def test_an_address_that_leads_nowhere_is_said(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(BLOBS, str(tmp_path))
    with pytest.raises(GuidecheckError) as raised:
        open_store(address)
    assert "secret" not in raised.value.line and "\n" not in raised.value.line
