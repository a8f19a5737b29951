"""What a query is, seen before it runs: words of SPARQL count, and nothing that only looks like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import CallError
from checker.query.form import BOTH, SERVICE, check_form, words

INERT = (
    "<http://a/SERVICE>", "<SERVICE>", '"SERVICE"', "'FROM'", '"""a "SERVICE" \n b"""', "'''SERVICE\n'''", "?SERVICE",
    "$service", "a:SERVICE", ":SERVICE", "SERVICE:a", "_:SERVICE", '"x"@service', "# SERVICE\n", '"a\\"SERVICE"',
    "a:b.SERVICE", "a:%20SERVICE", "a:b\\-SERVICE",
)  # fmt: skip


@pytest.mark.parametrize("text", INERT)
def test_what_only_looks_like_it_is_let_through(text: str) -> None:
    assert check_form(f"SELECT * {{ ?s ?p {text} \n }}", "q", elsewhere=BOTH) == "SELECT"


@pytest.mark.parametrize(
    "text",
    [
        "SERVICE <http://a/> {}", "service<http://a/>{}", "SeRvIcE SILENT ?x {}", "?s ?p 1SERVICE<http://a/>{}",
        "?s ?p 'a'SERVICE<http://a/>{}", "?s ?p <http://a#b>SERVICE<http://a/>{}", '"""a"""SERVICE ?x {}',
        "# a\nSERVICE ?x {}", "\\u0053ERVICE ?x {}", "\\U00000053ERVICE ?x {}", "?s ?p '\\u0027SERVICE ?x {} #'",
        "{ SELECT * { SERVICE ?x {} } }", "?s ?p a:b ;SERVICE ?x {}", "FILTER(?a<?b&&?c>?d)SERVICE ?x {}",
    ],
)  # fmt: skip
def test_service_is_seen_wherever_it_stands(text: str) -> None:
    with pytest.raises(CallError, match="SERVICE asks for data from elsewhere"):
        check_form(f"SELECT * {{ {text} }}", "q", elsewhere=SERVICE)
    assert check_form(f"SELECT * {{ {text} }}", "q", elsewhere=frozenset()) == "SELECT"


@given(st.lists(st.sampled_from([*INERT, " ", "\n", "{", "}", ".", "<", ">", "SELECT", "a:b", "1", "&&"])))
def test_words_are_found_behind_anything_that_ends(parts: list[str]) -> None:
    query = " ".join(parts) + "\n SERVICE"
    found = [word for word in words(query) if word.text == "SERVICE"]
    assert [(word.line, word.column) for word in found] == [(query.count("\n") + 1, 2)]


def test_from_is_a_choice_here_and_a_door_on_a_server() -> None:
    query = "SELECT * FROM <http://a/> { ?s ?p ?o }"
    assert check_form(query, "q", elsewhere=SERVICE) == "SELECT"
    with pytest.raises(CallError, match=r"q:1:10: FROM asks for data from elsewhere"):
        check_form(query, "q", elsewhere=BOTH)


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <a:a> <a:b> 1 }", "DELETE WHERE { ?s ?p ?o }", "PREFIX a: <a:>\nLOAD <http://a/>", "CLEAR ALL",
        "DROP ALL", "CREATE GRAPH <a:a>", "COPY <a:a> TO <a:b>", "MOVE <a:a> TO <a:b>", "ADD <a:a> TO <a:b>",
        "WITH <a:a> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", "ASK {} ; INSERT DATA { <a:a> <a:b> 1 }",
        "BASE <http://SELECT/> insert data {}", "# SELECT\nINSERT DATA {}", "ASK {} ; \\u004cOAD <http://a/>",
    ],
)  # fmt: skip
def test_changes_are_refused(text: str) -> None:
    with pytest.raises(CallError, match="changes data, and a query only reads"):
        check_form(text, "q", elsewhere=frozenset())


@pytest.mark.parametrize("text", ["", "# SELECT", "nonsense", "?SELECT", '"SELECT"'])
def test_what_is_no_query_is_said(text: str) -> None:
    with pytest.raises(CallError, match="this is no query"):
        check_form(text, "q", elsewhere=BOTH)
