"""Asking here: right answers from knowledge and results, and nothing that a query can break, reach or wear out."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from checker.errors import CallError, GuidecheckError
from checker.knowledge import load
from checker.query.saved_queries import saved_queries
from checker.report import Report
from checker.reports import render
from checker.reviews.opening import open_store
from tests.portfolio.conftest import NAMES
from tests.portfolio.folders import from_reports, reports
from tests.query.asking import asked, file, rows
from tests.reviews.desks import ANA, new

VERDICTS = "SELECT ?d ?r ?v { ?a earl:subject/dcterms:title ?d ; earl:test ?r ; earl:result/dcterms:type ?v }"


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return from_reports(tmp_path_factory.mktemp("four"), reports(*NAMES))


def expected() -> Counter[tuple[str, str]]:
    return Counter((row.id, row.verdict) for draft in reports(*NAMES) for row in draft.requirements)


def found(answers: list[dict[str, str]]) -> Counter[tuple[str, str]]:
    return Counter((row["r"].rpartition("/")[2], row["v"].rpartition("#")[2]) for row in answers)


def test_a_portfolio_and_a_report_say_the_same(four: Path, tmp_path: Path) -> None:
    report = Report("0", load().digest, "everything", "2026-08-01T00:00:00+00:00", "en", reports(*NAMES))
    written = file(tmp_path, render(report, "json", load().interface_texts("en")), "report.json")
    from_report = rows(asked(VERDICTS, files=(written,)))
    from_portfolio = rows(asked(VERDICTS, portfolio=str(four)))
    assert found(from_report) == found(from_portfolio) == expected()
    assert {row["d"] for row in from_portfolio} == {draft.name for draft in reports(*NAMES)}


def test_reviews_say_what_people_decided(tmp_path: Path) -> None:
    from checker.reviews.desk import Desk

    desk = Desk(open_store(tmp_path / "reviews"), ANA)
    review = desk.add(new()).id
    desk.correct(review, "SOP-01", None, "met", "It is there")
    desk._store.close()
    query = saved_queries()["decisions"].in_("en")
    (row,) = rows(asked(query, reviews=str(tmp_path / "reviews")))
    assert (row["who"], row["requirement"].rpartition("/")[2], row["verdict"].rpartition("#")[2]) == (
        ANA.name, "SOP-01", "met",
    )  # fmt: skip
    assert rows(asked(f"SELECT ?p {{ GRAPH <{review}> {{ ?s ?p ?o }} }}", reviews=str(tmp_path / "reviews")))


SAVED = [
    (name, language)
    for name, saved in sorted(saved_queries().items())
    for language in ("en", "es", "fr")
    if saved.of != "reviews" and (language == "en" or saved.of != "results" or "LANGUAGE" in saved.text)
]


@pytest.mark.parametrize(("name", "language"), SAVED)
def test_saved_queries_answer(four: Path, name: str, language: str) -> None:
    saved = saved_queries()[name]
    said = asked(
        saved.in_(language, ["COO-01"]), with_knowledge=True, portfolio=str(four) if saved.of == "results" else ""
    )
    answered = said.graph if name == "met" else rows(said)
    assert bool(answered) == (name not in ("unasked-provisions", "to-look-at"))
    assert load().interface_texts(language)[f"query-{name}"]


def test_most_missed_is_what_the_reports_say(four: Path) -> None:
    answers = rows(asked(saved_queries()["most-missed"].in_("en"), with_knowledge=True, portfolio=str(four)))
    every = [row for draft in reports(*NAMES) for row in draft.requirements]
    missed = Counter(row.id for row in every if row.verdict in ("not-stated", "not-met"))
    assert [int(row["missing"]) for row in answers] == [n for _, n in missed.most_common(25)]


def test_who_misses_a_requirement(four: Path) -> None:
    missing = Counter(r.id for d in reports(*NAMES) for r in d.requirements if r.verdict in ("not-stated", "not-met"))
    (id_, count), (other, more) = missing.most_common(2)
    query = saved_queries()["who-misses"].in_("en", [id_, other])
    answers = rows(asked(query, portfolio=str(four), requirements=(id_, other)))
    assert [row["requirement"].rpartition("/")[2] for row in answers] == sorted([id_] * count + [other] * more)
    titles = {draft.name for draft in reports(*NAMES)}
    assert all(row["title"] in titles and row["source"].endswith(".ttl") for row in answers)
    with pytest.raises(CallError, match="'who-misses' asks about a requirement; name it, as in --requirement"):
        saved_queries()["who-misses"].in_("en")


def test_part_of_a_portfolio(four: Path) -> None:
    def titles(**chosen: object) -> set[str]:
        return {row["d"] for row in rows(asked(VERDICTS, portfolio=str(four), **chosen))}

    assert titles(kinds=("national-policy",)) == {
        "Model matrix of a policy for returning migrant children and adolescents"
    }
    assert len(titles(first=2)) == 2
    themes = rows(asked(VERDICTS, portfolio=str(four), themes=("referral",)))
    assert {row["r"].rpartition("/")[2][:3] for row in themes} == {"REF"}
    some = rows(asked(VERDICTS, portfolio=str(four), requirements=("REF-01",)))
    assert {row["r"].rpartition("/")[2] for row in some} == {"REF-01"}


def test_more_verdicts_than_a_query_can_hold_are_said(four: Path) -> None:
    from checker.query.of_portfolio import of_portfolio
    from checker.query.places import Sources

    with pytest.raises(GuidecheckError, match="a query can hold 100; choose with --kind, --theme or --requirement"):
        list(of_portfolio(Sources(portfolio=str(four)), load(), most=100))


class Listens(BaseHTTPRequestHandler):
    asked: list[str] = []

    def do_POST(self) -> None:
        self.asked.append(self.path)
        self.rfile.read(int(self.headers["content-length"] or 0))
        body = json.dumps({"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "uri", "value": "a:a"}}]}})
        self.send_response(200)
        self.send_header("content-type", "application/sparql-results+json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    do_GET = do_POST  # noqa: N815

    def log_message(self, *said: object) -> None: ...


@pytest.fixture
def listening() -> Iterator[str]:
    Listens.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Listens) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/query"
        server.shutdown()


def test_service_leaves_only_where_it_is_allowed(listening: str, monkeypatch: pytest.MonkeyPatch) -> None:
    query = f"SELECT ?x {{ SERVICE <{listening}> {{ ?x ?y ?z }} }}"
    with pytest.raises(GuidecheckError, match=r"q\.rq:1:13: SERVICE asks for data from elsewhere"):
        asked(query)
    monkeypatch.setattr("checker.query.asked.check_form", lambda *_, **__: "SELECT")
    with pytest.raises(GuidecheckError, match="it could not be answered"):
        asked(query)
    assert Listens.asked == []
    assert rows(asked(query, outside=True)) == [{"x": "a:a"}]
    assert Listens.asked == ["/query"]


def test_from_fetches_nothing(listening: str) -> None:
    assert rows(asked("SELECT * FROM <HERE> FROM NAMED <HERE> { ?s ?p ?o }".replace("HERE", listening))) == []
    assert Listens.asked == []


def test_an_update_changes_nothing_even_if_it_gets_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.query.asked.check_form", lambda *_, **__: "SELECT")
    with pytest.raises(GuidecheckError, match="this is not SPARQL"):
        asked("INSERT DATA { <a:a> <a:b> 1 }", files=(file(tmp_path, "<a:a> <a:b> 2 ."),))


def test_what_takes_too_long_is_stopped() -> None:
    with pytest.raises(GuidecheckError, match="took longer than 4 seconds"):
        asked("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", with_knowledge=True, seconds=4)


def test_what_needs_too_much_memory_is_stopped() -> None:
    query = "SELECT DISTINCT ?a ?f (CONCAT(STR(?a), STR(?f), STR(?c)) AS ?x) { ?a ?b ?c . ?d ?e ?f } ORDER BY ?x"
    with pytest.raises(GuidecheckError, match="memory"):
        asked(query, with_knowledge=True, memory=700 * 2**20)


def test_more_than_asked_for_is_cut_and_said(tmp_path: Path) -> None:
    given = file(tmp_path, "".join(f"<a:{n}> <a:b> {n} .\n" for n in range(30)))
    said = asked("SELECT * { ?s ?p ?o }", files=(given,), most=10)
    assert (len(rows(said)), said.cut) == (10, True)
    said = asked("CONSTRUCT WHERE { ?s ?p ?o }", files=(given,), most=30)
    assert (said.graph.count(b"\n"), said.cut) == (30, False)


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("SELECT *\nWHERE { ?s ?p }", r"q\.rq:2:\d+: this is not SPARQL"),
        ("SELECT * { ?s nope:x ?o }", r"q\.rq:1:\d+: this is not SPARQL \(this prefix is not declared\)"),
        ("SELECT * { ?s ?p ?o", r"q\.rq:1:\d+: this is not SPARQL"),
    ],
)
def test_errors_name_line_and_column(query: str, line: str) -> None:
    with pytest.raises(GuidecheckError, match=line) as raised:
        asked(query)
    assert "\n" not in raised.value.line


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("a.ttl", "<a:a> <a:b> .", r"a\.ttl.*not well formed"),
        ("a.json", "[]", "it is no report of ours"),
        ("a.json", '{"inputs": [{}]}', "it is no report of ours"),
        ("a.json", "{" * 100_000, "it is no report of ours"),
        ("a.csv", "a,b", "no format follows from 'a.csv'"),
    ],
)
def test_files_that_are_none_are_said(tmp_path: Path, name: str, text: str, line: str) -> None:
    with pytest.raises(GuidecheckError, match=line) as raised:
        asked("ASK {}", files=(file(tmp_path, text, name),))
    assert "\n" not in raised.value.line


def test_a_file_that_is_not_there() -> None:
    with pytest.raises(GuidecheckError, match="cannot be read"):
        asked("ASK {}", files=("nowhere.ttl",))
