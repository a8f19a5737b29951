"""The terminal report is short, whole and harmless."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from checker.reports import render
from checker.reports.formats import text
from tests.reports.sample import LANGUAGES, hostile, large, sample, texts

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def test_shows_issues_first_with_passage_and_place() -> None:
    lines = render(sample(), "text", texts("en")).splitlines()
    assert lines[0] == "SOP for the reintegration of returning persons"
    assert lines[1] == "Standard operating procedures · English · 12 pages"
    assert re.fullmatch(r"\[\++~+x+o+-+\]", lines[2])
    assert lines[3] == "+ Met 3   ~ Partly met 2   x Not met 1   o Not stated 2   - Not applicable 1"
    joined = " ".join(" ".join(lines).split())
    assert joined.index("SOP-10 Must x Not met") < joined.index("REF-02 Must o Not stated ?")
    assert "“All partner agencies may consult the full register of returnees at any time.” (page 6, 5" in joined
    assert "- psychosocial results" in joined
    assert "and 1 more; --output report.html shows all" in joined
    assert "Two tables on page 8" in joined


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [60, 80, 120])
def test_keeps_to_the_width_without_colour(language: str, width: int) -> None:
    out = text.render(sample(language, 3), texts(language), width=width)
    assert max(map(len, out.splitlines())) <= width
    assert "\x1b" not in out


def test_colour_only_where_asked() -> None:
    out = text.render(sample(), texts("en"), colour=True)
    assert COLOUR.search(out)
    assert "\x1b" not in COLOUR.sub("", out)


def test_a_folder_ends_with_a_table_in_the_order_given() -> None:
    out = render(sample(drafts=5), "text", texts("en"))
    end = out[out.index("Drafts in this report") :]
    names = re.findall(r"^sop-reintegration-en-\d", end, re.M)
    assert names == [f"sop-reintegration-en-{n}" for n in range(2, 6)]
    assert re.search(r"sop-reintegration-en-2\.docx +Standard operating procedures +3 +1 +1 +2 +1 +2", end)


def test_a_large_report_stays_short() -> None:
    out = render(large(), "text", texts("en"))
    assert out.count("\n") < 250
    assert re.search(r"and \d+ more", out)


@pytest.mark.parametrize("colour", [False, True])
def test_no_string_of_a_draft_acts_on_the_terminal(colour: bool) -> None:
    out = (
        COLOUR.sub("", text.render(hostile(), texts("en"), colour=colour))
        if colour
        else render(hostile(), "text", texts("en"))
    )
    assert not re.search("[\x00-\x09\x0b-\x1f\u202a-\u202e\u2066-\u2069]", out)
    assert "[U+202E]gpj[U+001B][31m" in out
    assert "SOP-10" in out


def test_nothing_checked_and_nothing_that_applies() -> None:
    report = sample()
    assert "No draft was checked." in render(replace(report, inputs=()), "text", texts("en"))
    bare = replace(report, inputs=(replace(report.inputs[0], requirements=()),))
    assert "No requirement of this profile applies" in render(bare, "text", texts("en"))


def test_no_issue_is_said() -> None:
    report = sample()
    met = tuple(row for row in report.inputs[0].requirements if row.verdict == "met")
    out = render(replace(report, inputs=(replace(report.inputs[0], requirements=met),)), "text", texts("en"))
    assert "No issue among what must or should be there." in out
