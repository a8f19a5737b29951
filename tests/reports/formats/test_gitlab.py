"""What GitLab asks of a code quality report."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from checker.report import Report
from checker.reports import render
from tests.reports.formats.attacks import ATTACKS
from tests.reports.sample import forging, hostile, in_rdf, large, sample, texts

TEXT = {"type": "string", "minLength": 1, "pattern": "^[^\\u0000-\\u001f\\u202a-\\u202e\\u2066-\\u2069]*$"}
LINE = {"type": "integer", "minimum": 1}
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": TEXT,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {**TEXT, "not": {"pattern": r"^\./"}},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": LINE, "end": LINE}},
                },
            },
        },
    },
}


def issues(report: Report) -> list[dict[str, Any]]:
    found = json.loads(render(report, "gitlab", texts("en")))
    Draft202012Validator(SCHEMA).validate(found)
    assert len({issue["fingerprint"] for issue in found}) == len(found)
    return list(found)


@pytest.mark.parametrize("report", [sample(drafts=3), in_rdf(), hostile(), large(40)])
def test_has_what_is_asked(report: Report) -> None:
    assert issues(report)


def test_nothing_found_is_an_empty_list() -> None:
    assert issues(replace(sample(), inputs=())) == []


def test_severity_and_lines() -> None:
    found = {issue["check_name"]: issue for issue in issues(in_rdf())}
    assert (found["SOP-10"]["severity"], found["SOP-10"]["location"]["lines"]) == ("major", {"begin": 7, "end": 9})
    assert (found["not-checked"]["severity"], found["not-checked"]["location"]["lines"]) == ("blocker", {"begin": 4})


@pytest.mark.parametrize("attack", ATTACKS, ids=ascii)
def test_no_text_of_a_draft_acts(attack: str) -> None:
    assert [i["check_name"] == "note" for i in issues(forging(attack))] == [False, True, True, False, False]
