"""What a person should know of a run, and issues that do not count, in each format's own way."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from io import StringIO

import pytest
from lxml import etree, html
from pyoxigraph import NamedNode, RdfFormat, parse

from checker.report import Doubt, Note, Report, WaivedBy
from checker.reports import render
from checker.reports.counts import ISSUES
from checker.reports.display import one_line
from checker.reports.notes import remarks
from checker.reports.texts import Wording
from tests.reports.sample import in_rdf, texts

EXPIRED = "The waiver of SOP-10 for data/* ended on 2026-01-01"
GONE = "Issues of the baseline that are gone: 2"
DOUBT = "No property is called gc:statess"
UNASKED = "Requirements of the profile that are asked of none of these drafts"
SHAPE = "https://w3id.org/guidecheck/requirement/RCM-03"


def noted() -> Report:
    """A run with a waiver that has ended, a baseline whose issues are gone, a misspelt term and a shape without match;
    of its issues the first is waived and the second in the baseline."""
    report = in_rdf()
    draft = report.inputs[0]
    open_ = [row.id for row in draft.requirements if row.verdict in ISSUES]
    waived = WaivedBy("A. Person", "Said in the ministry's rules", "2999-01-31")
    rows = tuple(
        replace(row, waived_by=waived)
        if row.id == open_[0]
        else replace(row, known=True)
        if row.id == open_[1]
        else row
        for row in draft.requirements
    )
    doubt = Doubt("property", "gc:statess", "gc:states", 8)
    said = "Line 8: No property is called gc:statess, so what it says goes unheard. Did you mean gc:states?"
    draft = replace(draft, requirements=rows, doubts=(doubt,), notes=(said,), unmatched_shapes=(SHAPE,))
    ended = Note(f"{EXPIRED}; issues that it no longer covers: 1.", ".guidecheck-waivers.toml", 4)
    notes = (ended, Note(GONE, "base.json"))
    return replace(report, inputs=(draft,), notes=notes)


def written(form: str) -> str:
    return render(noted(), form, texts("en"))


def test_each_is_told_once_and_warnings_first() -> None:
    found = remarks(noted(), Wording(texts("en")))
    assert [(one.level, one.of.path, one.of.line) for one in found] == [
        ("warning", ".guidecheck-waivers.toml", 4),
        ("warning", "base.json", 0),
        ("warning", "data/sop.ttl", 8),
        ("note", "", 0),
    ]
    assert "RCM-03" in found[-1].said


def test_sarif_has_notifications() -> None:
    (invocation,) = json.loads(written("sarif"))["runs"][0]["invocations"]
    found = invocation["toolExecutionNotifications"]
    assert [one["level"] for one in found] == ["error", "warning", "warning", "warning", "note"]
    where = found[1]["locations"][0]["physicalLocation"]
    assert (where["artifactLocation"]["uri"], where["region"]) == (".guidecheck-waivers.toml", {"startLine": 4})
    assert "locations" not in found[-1]


def test_github_has_warnings_at_the_file() -> None:
    lines = written("github").splitlines()
    assert f"::warning file=.guidecheck-waivers.toml,line=4,title=guidecheck::{EXPIRED}" in "\n".join(lines)
    assert any(line.startswith("::warning file=data/sop.ttl,line=8,title=guidecheck::No property") for line in lines)
    assert any(line.startswith(f"::notice title=guidecheck::{UNASKED}") for line in lines)


def test_gitlab_has_entries() -> None:
    found = [issue for issue in json.loads(written("gitlab")) if issue["check_name"] == "note"]
    assert [issue["severity"] for issue in found] == ["minor", "minor", "minor", "info"]
    assert found[0]["location"] == {"path": ".guidecheck-waivers.toml", "lines": {"begin": 4}}
    assert len({issue["fingerprint"] for issue in found}) == len(found)


def test_junit_has_it_in_the_output_of_a_suite() -> None:
    root = etree.fromstring(written("junit").encode())
    said = {out.getparent().get("name"): out.text for out in root.iter("system-out")}
    assert said["data/sop.ttl"].startswith("warning: data/sop.ttl:8: No property")
    assert said["guidecheck"].startswith("warning: .guidecheck-waivers.toml:4: ")
    assert len(said["guidecheck"].splitlines()) == 3


@pytest.mark.parametrize(
    "read",
    [
        lambda: written("markdown").replace("\\", ""),
        lambda: written("text"),
        lambda: " ".join(html.fromstring(written("html")).text_content().split()),
        lambda: json.dumps(json.loads(written("json"))),
    ],
    ids=["markdown", "text", "html", "json"],
)
def test_people_read_it_too(read: Callable[[], str]) -> None:
    said = " ".join(read().split())
    assert f".guidecheck-waivers.toml:4: {EXPIRED}" in said
    assert f"base.json: {GONE}" in said
    assert said.count(DOUBT) == 1
    assert "data/bad.ttl" in said


def test_issues_that_do_not_count_are_marked() -> None:
    waived, known = "waived by A. Person until 2999-01-31", "in the baseline"
    page = html.fromstring(written("html"))
    assert [tag.text for tag in page.xpath("//summary//span[contains(@class, 'exempt')]")].count(waived) == 1
    assert [tag.text for tag in page.xpath("//summary//span[contains(@class, 'exempt')]")].count(known) == 1
    assert "Said in the ministry's rules" in page.text_content()
    said = " ".join(written("text").split())
    assert f"({waived})" in said and f"({known})" in said
    rows = {row["exempt"]: row for row in csv.DictReader(StringIO(written("csv")))}
    assert rows.keys() == {"", "baseline", "waived: A. Person, 2999-01-31: Said in the ministry's rules"}
    earl = parse(written("earl").encode(), format=RdfFormat.TURTLE)
    info = NamedNode("http://www.w3.org/ns/earl#info")
    assert {str(quad.object.value) for quad in earl if quad.predicate == info} == {waived, known}  # type: ignore[union-attr]


def test_what_does_not_count_is_not_to_be_mended_first() -> None:
    def first(report: Report) -> str:
        page = html.fromstring(render(report, "html", texts("en")))
        return str(page.xpath("string(//ol[@class='first'])"))

    waived = next(row for row in noted().inputs[0].requirements if row.waived_by)
    assert waived.title in first(in_rdf())
    assert waived.title not in first(noted())


@pytest.mark.parametrize("language", ["es", "fr"])
def test_in_the_language_of_the_report(language: str) -> None:
    say: Mapping[str, str] = texts(language)
    found = remarks(replace(noted(), language=language), Wording(say))
    assert found[2].said.endswith(one_line(say["doubt-near"].format(near="gc:states")))
