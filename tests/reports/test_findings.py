"""Requirements of several documents that ask for the same are one finding, the most urgent in front."""

from __future__ import annotations

from dataclasses import replace

from checker.report import RequirementOutcome, Verdict
from checker.reports import render
from checker.reports.counts import tally
from checker.reports.findings import findings
from checker.reports.page import draft_pages
from tests.reports.sample import sample, texts

ROW = sample().inputs[0].requirements[0]


def row(name: str, *related: str, verdict: Verdict = "met", weight: float = 1.0) -> RequirementOutcome:
    return replace(ROW, id=name, title=f"Title of {name}", related=related, verdict=verdict, weight=weight)


def test_links_in_one_direction_join_and_the_worst_leads() -> None:
    rows = [row("A", "B"), row("B"), row("C"), row("D", "B", verdict="not-stated"), row("E", "not-here")]
    assert [[r.id for r in (f.lead, *f.also)] for f in findings(rows)] == [["D", "A", "B"], ["C"], ["E"]]


def test_every_requirement_is_in_one_finding() -> None:
    rows = sample().inputs[0].requirements
    assert sorted(r.id for f in findings(rows) for r in (f.lead, *f.also)) == sorted(r.id for r in rows)


def test_html_shows_one_card_with_the_guidance_of_both() -> None:
    report = sample()
    draft = replace(report.inputs[0], requirements=(row("A", "B"), row("B", verdict="not-stated")))
    report = replace(report, inputs=(draft,))
    (page,) = draft_pages(report)
    assert [card.row.id for card in page.cards] == ["B"]
    html = render(report, "html", texts("en"))
    assert "Also asked by A" in html
    assert "Came out differently: Met" in html
    assert page.counts.total == 2, "both are counted"


def test_text_names_both_ids() -> None:
    report = sample()
    rows = (row("A-1", "B-2", verdict="not-stated"), row("B-2", verdict="not-stated"))
    said = render(replace(report, inputs=(replace(report.inputs[0], requirements=rows),)), "text", texts("en"))
    assert "A-1" in said
    assert "B-2" in said
    assert said.count("Title of") == 1


def test_coverage_weighs_and_leaves_out_what_does_not_apply() -> None:
    rows = [row("A", weight=3.0), row("B", verdict="partly-met"), row("C", verdict="not-applicable", weight=9.0)]
    counts = tally(rows)
    assert (counts.coverage, counts.weighed) == (3.5 / 4, True)
    assert tally([row("C", verdict="not-applicable")]).coverage == 0.0
