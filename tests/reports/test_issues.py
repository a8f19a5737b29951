"""How grave an issue is, by strength and verdict, and where it is."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from checker.report import Strength, Verdict
from checker.reports import render
from checker.reports.issues import Issue, level
from tests.reports.sample import in_rdf, sample, texts


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
    assert ">a.xml:12\n" in render(iati, "junit", say)
    assert "\na.xml,12," in render(iati, "csv", say)
    assert "a.xml:12" in render(iati, "markdown", say)


@pytest.mark.parametrize("name", ["urn:guidecheck:node:4", "urn:guidecheck:iati:line-90"])
def test_an_issue_is_known_again_where_names_that_are_counted_have_moved_on(name: str) -> None:
    report = in_rdf()
    draft, row = report.inputs[0], next(r for r in report.inputs[0].requirements if r.places)
    before, after, other = (Issue(replace(draft, node=node), row) for node in (name, name + "7", "urn:x:other"))
    elsewhere = Issue(after.draft, replace(row, places=(replace(row.places[0], node="urn:guidecheck:node:9"),)))
    assert before.fingerprint == after.fingerprint == elsewhere.fingerprint != other.fingerprint
