"""A server process and an editor that speaks to it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from checker.descriptions import apart
from checker.knowledge import load
from checker.lsp.findings import findings_in
from checker.lsp.settings import Asked
from tests.lsp.client import Editor, Json, editor
from tests.shared_material import ROOT

HEAD = """@prefix gc: <https://w3id.org/guidecheck/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix ex: <https://example.org/d#> .
"""
DRAFT = (
    HEAD
    + """
ex:𝄞 a gc:ProgrammeDraft ; rdfs:label "𝄞𝄞 procédures"@fr ; gc:states ex:one .
ex:one a gc:Activity .
"""
)


@pytest.fixture(scope="module")
def spoken_to() -> Iterator[Editor]:
    with editor("--profile", "everything") as found:
        yield found


def starts(diagnostics: list[Json]) -> set[tuple[str, int, int]]:
    return {
        (d["code"], d["range"]["start"]["line"] + 1, d["range"]["start"]["character"] + 1)
        for d in diagnostics
        if "code" in d
    }


def test_the_findings_are_those_of_a_check(spoken_to: Editor, tmp_path: Path) -> None:
    draft = next(iter(sorted((ROOT / "tests" / "shapes" / "sop-and-data").glob("SOP-07-fail.ttl"))))
    report = tmp_path / "found.sarif"
    command = [sys.executable, "-c", "from checker.cli import main; main()", "check", str(draft)]
    subprocess.run([*command, "--output", str(report)], check=False, cwd=ROOT, capture_output=True)
    (run,) = json.loads(report.read_text("utf-8"))["runs"]
    regions = [(r["ruleId"], r["locations"][0]["physicalLocation"]["region"]) for r in run["results"]]
    found = spoken_to.open(draft.as_uri(), draft.read_text("utf-8"))
    assert regions
    assert starts(found) == {(id_, r["startLine"], r["startColumn"]) for id_, r in regions}
    messages = {d["message"] for d in found if "code" in d}
    assert messages == {r["message"]["text"] for r in run["results"]}


def test_broken_text_is_one_diagnostic_more_and_mending_it_takes_it_away(spoken_to: Editor) -> None:
    uri = "untitled:broken.ttl"
    before = spoken_to.open(uri, DRAFT)
    spoken_to.change(uri, 2, DRAFT + 'ex:two gc:hasText "𝄞é" ;;; {')
    wrong, *others = spoken_to.diagnostics()
    assert starts(others) == starts(before)
    assert wrong["severity"] == 1
    assert wrong["message"].startswith("not valid Turtle")
    assert wrong["range"]["start"]["line"] == DRAFT.count("\n")
    spoken_to.change(uri, 3, DRAFT)
    assert starts(spoken_to.diagnostics()) == starts(before)


def test_what_is_typed_moves_what_was_found_until_it_can_be_read_again(spoken_to: Editor) -> None:
    uri = "untitled:keys.ttl"
    before = starts(spoken_to.open(uri, DRAFT))
    assert {line for _, line, _ in before} == {5, 6}
    spoken_to.type(uri, 2, (3, 0), "\nex:half gc:st")
    wrong, *others = spoken_to.diagnostics()
    assert wrong["message"].startswith("not valid Turtle")
    assert starts(others) == {(id_, line + 1, column) for id_, line, column in before}
    spoken_to.type(uri, 3, (4, 13), "ates ex:one .\n")
    assert {line for _, line, _ in starts(spoken_to.diagnostics())} == {7, 8}


@pytest.mark.parametrize("sign", ["\u2028", "\x0c", "\x85"])
def test_what_is_typed_below_a_sign_that_ends_no_line_goes_where_it_was_typed(spoken_to: Editor, sign: str) -> None:
    uri = f"untitled:sign-{ord(sign)}.ttl"
    spoken_to.open(uri, f"# {sign}\n# {sign}\n{DRAFT}")
    spoken_to.type(uri, 2, (DRAFT.count("\n") + 2, 0), "ex:half gc:st")
    wrong, *_ = spoken_to.diagnostics()
    assert wrong["range"]["start"]["line"] == DRAFT.count("\n") + 2


def test_findings_on_a_line_that_is_being_written_wait(spoken_to: Editor) -> None:
    uri = "untitled:rewritten.ttl"
    spoken_to.open(uri, DRAFT)
    spoken_to.type(uri, 2, (4, 0), "ex:x ")
    wrong, *others = spoken_to.diagnostics()
    assert wrong["range"]["start"]["line"] == 4
    assert {line for _, line, _ in starts(others)} == {6}


def test_a_large_draft_is_answered_and_its_lines_hold(spoken_to: Editor) -> None:
    uri = "untitled:large.ttl"
    more = "".join(f'ex:s{n} a gc:Activity ; rdfs:label "𝄞 {n}" .\n' for n in range(5000))
    found = spoken_to.open(uri, HEAD + more + DRAFT.removeprefix(HEAD))
    assert {line for _, line, _ in starts(found)} == {5005, 5006}


def test_while_somebody_types_only_the_last_text_is_checked(spoken_to: Editor) -> None:
    uri = "untitled:typing.ttl"
    spoken_to.open(uri, DRAFT)
    for version in range(2, 12):
        spoken_to.change(uri, version, DRAFT + "# " + "x" * version + "\n")
    assert spoken_to.published()["version"] == 11


def test_a_misspelt_term_is_replaced_by_the_nearest(spoken_to: Editor) -> None:
    uri, text = "untitled:misspelt.ttl", DRAFT.replace("gc:Activity", "gc:Activitty")
    (wrong,) = [d for d in spoken_to.open(uri, text) if "gc:Activitty" in d["message"]]
    (action,) = actions(spoken_to, uri, wrong)
    assert action["isPreferred"]
    assert edited(text, action, uri) == DRAFT
    spoken_to.change(uri, 2, edited(text, action, uri))
    assert not [d for d in spoken_to.diagnostics() if "Activitty" in d["message"]]


def test_what_a_claim_asks_for_is_put_in_as_comments_that_make_the_draft_meet_it(spoken_to: Editor) -> None:
    uri, draft = "untitled:inserted.ttl", DRAFT.replace("ex:𝄞", "ex:draft")
    found = spoken_to.open(uri, draft)
    wrong = next(d for d in found if d.get("code") == "SOP-01")
    (action,) = [a for a in actions(spoken_to, uri, wrong) if "SOP-01" in a["title"]]
    text = edited(draft, action, uri)
    assert text.startswith(draft)
    spoken_to.change(uri, 2, text)
    assert "SOP-01" in {d.get("code") for d in spoken_to.diagnostics()}
    added = text[len(draft) :].splitlines()
    statements = "\n".join(line[2:] for line in added if line.startswith(("# ex:", "#     ", "# ] ")))
    filled = draft + statements
    assert list(ox.parse(filled.encode(), format=ox.RdfFormat.TURTLE))
    spoken_to.change(uri, 3, filled)
    assert "SOP-01" not in {d.get("code") for d in spoken_to.diagnostics()}


@pytest.mark.parametrize(("word", "says"), [("gc:states", "states"), ("SOP-07", "guidecheck explain SOP-07")])
def test_terms_and_requirements_are_told_of(spoken_to: Editor, word: str, says: str) -> None:
    uri, text = f"untitled:{word[:3]}.ttl", DRAFT + "# 𝄞 SOP-07\n"
    spoken_to.open(uri, text)
    line = next(n for n, said in enumerate(text.split("\n")) if word in said)
    before = text.split("\n")[line].partition(word)[0]
    at = {"line": line, "character": len(before.encode("utf-16-le")) // 2 + 1}
    found = spoken_to.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": at})
    assert says in found["contents"]["value"]
    assert found["range"]["start"]["character"] == at["character"] - 1


def test_turtle_that_is_none_of_ours_is_left_alone(spoken_to: Editor) -> None:
    assert spoken_to.open("untitled:other.ttl", "<http://example.org/a> <http://example.org/b> 1 .") == []


def test_what_is_closed_says_nothing_more(spoken_to: Editor) -> None:
    uri = "untitled:closed.ttl"
    assert spoken_to.open(uri, DRAFT)
    spoken_to.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert spoken_to.published() == {"uri": uri, "diagnostics": []}
    at = {"line": 4, "character": 10}
    assert spoken_to.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": at}) is None


def actions(of: Editor, uri: str, wrong: Json) -> list[Json]:
    context = {"diagnostics": [wrong]}
    return of.ask(  # type: ignore[no-any-return]
        "textDocument/codeAction", {"textDocument": {"uri": uri}, "range": wrong["range"], "context": context}
    )


def edited(text: str, action: Json, uri: str) -> str:
    """The text with an edit as an editor makes it, in UTF-16."""
    (edit,) = action["edit"]["changes"][uri]
    lines = text.split("\n")

    def offset(spot: Json) -> int:
        before = "".join(line + "\n" for line in lines[: spot["line"]])
        return len(before.encode("utf-16-le")) + 2 * int(spot["character"])

    data = text.encode("utf-16-le")
    start, end = offset(edit["range"]["start"]), offset(edit["range"]["end"])
    return (data[:start] + edit["newText"].encode("utf-16-le") + data[end:]).decode("utf-16-le")


def test_a_text_that_ends_its_parser_is_one_diagnostic(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(apart, "positions_of", lambda data, syntax: os.abort())
    (found,) = findings_in(DRAFT, tmp_path / "d.ttl", load(), Asked())
    assert found.said.startswith("the parser stopped on it")
