"""The JSON report keeps to its contract."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

import checker.reports
from checker.report import Report
from checker.reports import render
from tests.reports.sample import HOSTILE, LANGUAGES, decided, hostile, large, sample, texts

SCHEMA = json.loads((Path(checker.reports.__file__).parent / "report-v1.schema.json").read_text(encoding="utf-8"))
REPORTS = [*map(sample, LANGUAGES), sample(drafts=3), decided(), hostile(), large(20), replace(sample(), inputs=())]


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: f"{report.language}-{len(report.inputs)}")
def test_follows_the_schema(report: Report) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(json.loads(render(report, "json", {})))


def test_keys_and_their_order() -> None:
    value = json.loads(render(sample(), "json", {}))
    draft = value["inputs"][0]
    row = draft["requirements"][0]
    assert list(value) == ["guidecheck", "knowledge", "profile", "generated", "inputs", "notes", "failed"]
    assert list(draft) == ["path", "sha256", "kind", "language", "pages", "notes", "coverage", "requirements"]
    assert list(row) == [
        "id", "strength", "weight", "verdict", "confidence", "needs_review", "evidence", "missing", "provisions",
        "remedy", "related", "condition", "claims", "read_by", "decided_by", "comment",
        "waived_by", "known",
    ]  # fmt: skip
    assert list(row["evidence"][0]) == ["quote", "page", "heading", "start", "end", "score", "claims"]
    assert row["provisions"] == ["HB-4.1.3-31", "IA-4.3-12"]
    assert draft["kind"] == "sop"


def test_who_decided() -> None:
    first, second, third, *_ = json.loads(render(decided(), "json", {}))["inputs"][0]["requirements"]
    assert first["decided_by"] == {
        "who": "Ana Pérez",
        "time": "2026-05-04T09:30:00+00:00",
        "proposed": sample().inputs[0].requirements[0].verdict,
        "why": "Annex B says so",
    }
    assert (first["comment"], second["comment"], third["comment"]) == ("See page 3", "Ask the ministry", "")
    assert second["decided_by"] is None


def test_reports_of_before_still_follow_the_schema() -> None:
    value = json.loads(render(sample(), "json", {}))
    del value["notes"], value["failed"]
    for row in value["inputs"][0]["requirements"]:
        del row["decided_by"], row["comment"], row["waived_by"], row["known"]
    Draft202012Validator(SCHEMA).validate(value)


def test_is_the_same_every_time_and_plain_utf8() -> None:
    report = sample("es")
    assert render(report, "json", {}) == render(report, "json", {})
    assert "verificación" not in render(report, "json", {})
    assert "antes de que los datos salgan" in render(report, "json", {})
    assert "niña" in render(report, "json", {})


def test_quotes_come_back_as_they_are() -> None:
    draft = json.loads(render(hostile(), "json", {}))["inputs"][0]
    assert draft["requirements"][0]["evidence"][0]["quote"] == HOSTILE


def test_a_file_name_that_is_not_utf8() -> None:
    report = sample()
    named = replace(report, inputs=(replace(report.inputs[0], path="caf\udce9.docx"),))
    text = render(named, "json", {})
    assert json.loads(text.encode("utf-8"))["inputs"][0]["path"] == "caf\udce9.docx"


@pytest.mark.parametrize("broken", [{"verdict": "failed"}, {"confidence": 2}, {"extra": 1}, {"missing": None}])
def test_schema_turns_down(broken: dict[str, Any]) -> None:
    value = json.loads(render(sample(), "json", {}))
    value["inputs"][0]["requirements"][0] |= broken
    assert not Draft202012Validator(SCHEMA).is_valid(value)


def test_words_are_not_needed() -> None:
    assert render(sample(), "json", texts("fr")) == render(sample(), "json", {})
