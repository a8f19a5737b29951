"""How grave an issue is, by strength and verdict, and where it is."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from checker.report import Strength, Verdict
from checker.reports import render
from checker.reports.issues import level
from tests.reports.sample import sample, texts


@pytest.mark.parametrize(
    ("strength", "verdict", "expected"),
    [
        ("must", "not-met", "error"),
        ("must", "not-stated", "error"),
        ("must", "partly-met", "warning"),
        ("should", "not-met", "warning"),
        ("should", "not-stated", "warning"),
        ("should", "partly-met", "note"),
        ("may", "not-met", "note"),
        ("may", "partly-met", "note"),
    ],
)
def test_levels(strength: Strength, verdict: Verdict, expected: str) -> None:
    row = sample().inputs[0].requirements[0]
    assert level(replace(row, strength=strength, verdict=verdict)) == expected


def test_a_passage_of_a_file_read_by_lines_gives_its_line() -> None:
    report = sample()
    row = next(row for row in report.inputs[0].requirements if row.verdict == "not-met")
    passage = replace(row.evidence[0], page=None, line=12)
    draft = replace(report.inputs[0], path="a.xml", notes=(), requirements=(replace(row, evidence=(passage,)),))
    iati = replace(report, inputs=(draft,))
    say = texts("en")
    assert "file=a.xml,line=12,title=" in render(iati, "github", say)
    (issue,) = json.loads(render(iati, "gitlab", say))
    assert issue["location"]["lines"] == {"begin": 12}
    (result,) = json.loads(render(iati, "sarif", say))["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 12}
    assert 'line="12"' in render(iati, "junit", say)
    assert "\na.xml,12," in render(iati, "csv", say)
    assert "a.xml:12" in render(iati, "markdown", say)
