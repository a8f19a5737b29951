"""One programme told at length and in two pages: the brief leaves things open, and contradicts nothing."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from checker.check import check
from checker.knowledge import load
from checker.report import Verdict

HERE = Path(__file__).parent / "brief_and_full"


@cache
def verdicts(length: str, language: str) -> dict[str, Verdict]:
    (report,) = check([HERE / f"{length}-{language}.md"], load()).report.inputs
    assert (report.kind, report.language) == ("programme", language)
    return {r.id: r.verdict for r in report.requirements}


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_requirement_is_met_in_one_and_not_met_in_the_other(language: str) -> None:
    full, brief = verdicts("full", language), verdicts("brief", language)
    assert full.keys() == brief.keys()
    assert [r for r in full if {full[r], brief[r]} == {"met", "not-met"}] == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_brief_leaves_as_much_open_or_more(language: str) -> None:
    full, brief = list(verdicts("full", language).values()), list(verdicts("brief", language).values())
    assert brief.count("not-stated") >= full.count("not-stated")


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_full_text_meets_more(language: str) -> None:
    full, brief = list(verdicts("full", language).values()), list(verdicts("brief", language).values())
    assert full.count("met") > brief.count("met") > 0
