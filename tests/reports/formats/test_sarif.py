"""SARIF keeps to the standard's schema and to what code scanning asks of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator  # type: ignore[import-untyped]

from checker.report import Report
from checker.reports import render
from checker.reports.formats import sarif
from tests.reports.formats.attacks import ATTACKS
from tests.reports.sample import LANGUAGES, forging, hostile, in_rdf, sample, texts

SCHEMA = Draft4Validator(
    json.loads((Path(__file__).parent / "sarif-2.1.0.schema.json").read_text("utf-8")),
    format_checker=Draft4Validator.FORMAT_CHECKER,
)
REPORTS = [*map(sample, LANGUAGES), sample(drafts=3), in_rdf(), hostile(), replace(sample(), inputs=())]


def run(report: Report) -> dict[str, Any]:
    log = json.loads(render(report, "sarif", texts(report.language if report.language in LANGUAGES else "en")))
    SCHEMA.validate(log)
    (found,) = log["runs"]
    return dict(found)


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: f"{report.language}-{len(report.inputs)}")
def test_follows_the_schema(report: Report) -> None:
    assert run(report)["tool"]["driver"]["name"] == "guidecheck"


def test_the_schema_turns_down_what_is_no_sarif() -> None:
    log = json.loads(render(sample(), "sarif", texts("en")))
    log["runs"][0]["results"][0]["level"] = "grave"
    assert not SCHEMA.is_valid(log)


def test_levels_follow_strength_and_verdict() -> None:
    found = {result["ruleId"]: result["level"] for result in run(sample())["results"]}
    rows = {row.id: (row.strength, row.verdict) for row in sample().inputs[0].requirements}
    assert {rows[rule] + (level,) for rule, level in found.items()} == {
        ("must", "not-met", "error"),
        ("must", "not-stated", "error"),
        ("should", "partly-met", "note"),
        ("may", "not-stated", "note"),
    }


def test_what_code_scanning_asks_for() -> None:
    found = run(in_rdf())
    rules = found["tool"]["driver"]["rules"]
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["help"]["text"]
        assert f"]({rule['helpUri']})" in rule["help"]["markdown"]
        assert rule["helpUri"] == f"https://w3id.org/guidecheck/requirement/{rule['id']}"
    for result in found["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["locations"][0]["physicalLocation"]["region"]["startLine"] >= 1
        assert result["partialFingerprints"]["primaryLocationLineHash"]


def test_the_level_of_a_rule_follows_its_strength_alone() -> None:
    rules = run(sample())["tool"]["driver"]["rules"]
    levels = {"must": "error", "should": "warning", "may": "note"}
    assert {rule["id"]: rule["defaultConfiguration"]["level"] for rule in rules} == {
        rule["id"]: levels[rule["properties"]["tags"][1]] for rule in rules
    }


def test_places_are_lines_and_columns_and_what_states_them_is_related() -> None:
    result = next(r for r in run(in_rdf())["results"] if r["properties"]["verdict"] == "not-met")
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "data/sop.ttl"},
        "region": {"startLine": 7, "startColumn": 1, "endLine": 9, "endColumn": 24},
    }
    stated, near = result["relatedLocations"]
    assert stated["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 17}
    assert near["message"]["text"] == "Comes near it, lines 12 to 12."


def test_a_document_has_page_and_headings() -> None:
    result = next(r for r in run(sample())["results"] if r["properties"]["verdict"] == "not-met")
    (where,) = result["locations"]
    assert where["properties"] == {"page": 6}
    assert where["logicalLocations"][0]["fullyQualifiedName"].startswith("page 6, 5 ")


def test_fingerprints_outlive_moved_lines_but_not_other_issues() -> None:
    def prints(report: Report) -> list[str]:
        return [r["partialFingerprints"]["guidecheckIssue/v1"] for r in run(report)["results"]]

    report = in_rdf()
    draft = report.inputs[0]
    moved = tuple(
        replace(row, places=tuple(replace(p, line=p.line + 9, end_line=p.end_line + 9) for p in row.places))
        for row in draft.requirements
    )
    assert prints(replace(report, inputs=(replace(draft, requirements=moved),))) == prints(report)
    assert len(set(prints(report))) == len(prints(report))
    assert not set(prints(sample())) & set(prints(report))


def test_a_file_that_could_not_be_read_is_a_notification() -> None:
    (invocation,) = run(in_rdf())["invocations"]
    assert invocation["executionSuccessful"] is False
    said, *others = invocation["toolExecutionNotifications"]
    assert said["locations"][0]["physicalLocation"]["region"] == {"startLine": 4, "startColumn": 9}
    assert {other["level"] for other in others} <= {"warning", "note"}


@pytest.mark.parametrize("attack", ATTACKS, ids=ascii)
def test_no_text_of_a_draft_acts(attack: str) -> None:
    text = render(forging(attack), "sarif", texts("en"))
    assert run(forging(attack))["results"]
    assert "##[" not in text
    assert not set(text) & set("\u202e\u2066\u2028\x1b")
    assert all(ord(c) < 128 for r in json.loads(text)["runs"][0]["artifacts"] for c in r["location"]["uri"])


def test_drafts_without_a_name_have_alerts_of_their_own() -> None:
    report = in_rdf()
    unnamed = replace(report.inputs[0], node="urn:guidecheck:node:1")
    two = replace(report, inputs=(unnamed, replace(unnamed, node="urn:guidecheck:node:2")))
    prints = [r["partialFingerprints"]["primaryLocationLineHash"] for r in run(two)["results"]]
    assert len(prints) == len(set(prints))


def test_no_more_than_code_scanning_takes_and_the_gravest_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = run(sample(drafts=3))["results"]
    monkeypatch.setattr(sarif, "MOST", 4)
    found = run(sample(drafts=3))
    levels = [result["level"] for result in found["results"]]
    assert levels == sorted((r["level"] for r in whole), key=["error", "warning", "note"].index)[:4]
    told = [one["message"]["text"] for one in found["invocations"][0]["toolExecutionNotifications"]]
    assert any(f": {len(whole) - 4} issues" in said for said in told)
