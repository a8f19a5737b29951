"""Annotations as the runner reads them: one command a line, and only those that are meant."""

from __future__ import annotations

import re

import pytest

from checker.report import Report
from checker.reports import render
from tests.reports.formats.attacks import ATTACKS
from tests.reports.sample import forging, hostile, in_rdf, sample, texts

_COMMAND = re.compile(r"::(\w+) ([^:]*)::(.*)")


def commands(report: Report) -> list[tuple[str, dict[str, str], str]]:
    """What a runner makes of the lines: command, properties, message."""
    found = []
    for line in render(report, "github", texts("en")).splitlines():
        command = _COMMAND.fullmatch(line)
        assert command, line
        properties = dict(pair.split("=", 1) for pair in command[2].split(","))
        found.append((command[1], {k: decoded(v) for k, v in properties.items()}, decoded(command[3])))
    return found


def decoded(text: str) -> str:
    for code, character in (("%0A", "\n"), ("%0D", "\r"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_an_annotation_has_its_place_and_says_what_is_missing() -> None:
    (first, *others) = commands(in_rdf())
    assert first == (
        "error",
        {"file": "data/bad.ttl", "line": "4", "col": "9"},
        "not valid Turtle: expected '.'. mend that line",
    )
    properties = next(p for _, p, _ in others if p["title"].startswith("SOP-10 "))
    assert properties == {"file": "data/sop.ttl", "line": "7", "col": "1", "title": "SOP-10 Must: Not met"}


def test_the_gravest_come_first() -> None:
    names = [name for name, _, _ in commands(sample(drafts=3))]
    assert names == sorted(names, key=["error", "warning", "notice"].index)
    assert set(names) == {"error", "notice"}


def test_a_document_is_named_with_page_and_heading() -> None:
    message = next(m for _, p, m in commands(sample()) if p["title"].startswith("SOP-10 "))
    assert "(page 6, 5 " in message


@pytest.mark.parametrize("attack", ATTACKS, ids=ascii)
def test_nothing_in_a_draft_makes_a_command_or_a_property(attack: str) -> None:
    found = commands(forging(attack))
    assert [name for name, _, _ in found] == ["error"] * 3 + ["warning", "notice"]
    for _, properties, _ in found:
        assert properties.keys() <= {"file", "line", "col", "endLine", "endColumn", "title"}
    assert not set(render(forging(attack), "github", texts("en"))) & set("\r\x1b\x00\u202e\u2066\u2028")


def test_a_line_break_in_the_name_of_a_file_stays_in_it() -> None:
    assert commands(forging("a\nb.ttl"))[0][1]["file"] == "a\nb.ttl"


def test_hostile_reports_stay_whole() -> None:
    assert len(commands(hostile())) > 5


@pytest.mark.parametrize("attack", ATTACKS, ids=ascii)
@pytest.mark.parametrize("form", ["text", "json", "csv", "markdown", "gitlab", "earl", "shacl"])
def test_other_formats_in_a_log_hold_no_command(form: str, attack: str) -> None:
    for line in render(forging(attack), form, texts("en")).splitlines():
        assert not line.lstrip().startswith("::")
        assert "##[" not in line
