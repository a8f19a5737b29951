"""JUnit XML keeps to its schema and is read by what build servers' tools read it with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped
from lxml import etree

from checker.report import Report
from checker.reports import render
from tests.reports.formats.attacks import ATTACKS
from tests.reports.sample import forging, hostile, in_rdf, sample, texts

XSD = etree.XMLSchema(etree.parse(Path(__file__).parent / "junit.xsd"))


def written(report: Report) -> str:
    text = render(report, "junit", texts("en"))
    XSD.assertValid(etree.fromstring(text.encode()))
    return text


@pytest.mark.parametrize(
    "report", [sample(drafts=3), in_rdf(), hostile(), replace(sample(), inputs=())], ids=lambda r: str(len(r.inputs))
)
def test_follows_the_schema(report: Report) -> None:
    assert written(report)


def test_a_reader_counts_as_the_report_does() -> None:
    read: Callable[[bytes], JUnitXml] = JUnitXml.fromstring
    found = read(written(in_rdf()).encode())
    cases = [case for suite in found for case in suite]
    rows = in_rdf().inputs[0].requirements
    notes = [r for r in rows if r.verdict == "not-applicable" or (r.verdict == "partly-met" and r.strength != "must")]
    assert (found.tests, found.errors) == (len(rows) + 1, 1)
    assert sum(s.skipped for s in found) >= len(notes)
    assert found.failures == sum(isinstance(r, Failure) for c in cases for r in c.result)
    assert sum(s.skipped for s in found) == sum(isinstance(r, Skipped) for c in cases for r in c.result)
    assert [r.message for c in cases for r in c.result if isinstance(r, Error)] == ["not valid Turtle: expected '.'"]


def test_a_failure_says_what_is_missing_and_where() -> None:
    root = etree.fromstring(written(in_rdf()).encode())
    (case,) = [case for case in root.iter("testcase") if case.get("name", "").startswith("SOP-10 ")]
    suite = case.getparent()
    assert suite is not None
    assert (case.get("classname"), suite.get("file")) == ("data/sop.ttl", "data/sop.ttl")
    assert case[0].get("type") == "not-met"
    assert (case[0].text or "").startswith("data/sop.ttl:7:1\n")


@pytest.mark.parametrize("attack", ATTACKS, ids=ascii)
def test_no_text_of_a_draft_acts(attack: str) -> None:
    text = written(forging(attack))
    assert len(list(etree.fromstring(text.encode()).iter("testcase"))) == 3
    assert "##[" not in text
    assert not set(text) & set("\u202e\u2066\u2028\x1b\x00")


def test_drafts_of_one_file_are_told_apart() -> None:
    """Build servers know a case by its class and name, and take the last of two."""
    report = in_rdf()
    twin = replace(report.inputs[0], node="https://example.org/twin")
    root = etree.fromstring(written(replace(report, inputs=(report.inputs[0], twin))).encode())
    cases = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    assert len(cases) == len(set(cases))
    assert {suite.get("file") for suite in root} == {"data/sop.ttl", "data/bad.ttl"}
