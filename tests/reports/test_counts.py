"""Counts, orders, bars and the shortening of texts."""

from __future__ import annotations

import pytest

from checker.reports.charts import segments
from checker.reports.counts import by_urgency, first_to_mend, natural, tally
from checker.reports.display import draft_name, shorten, visible
from checker.reports.terminal.marks import bar
from tests.reports.sample import large, sample

ROWS = sample().inputs[0].requirements


def test_tally() -> None:
    counts = tally(ROWS)
    assert [n for _, n in counts.counts] == [3, 2, 1, 2, 1]
    assert (counts.total, counts.applicable, counts.issues, counts.needs_review) == (9, 8, 5, 3)


def test_must_comes_before_should_and_not_met_before_not_stated() -> None:
    assert [row.id for row in first_to_mend(ROWS)] == ["SOP-10", "REF-02", "MON-01", "SOP-07"]
    assert len(first_to_mend(large().inputs[0].requirements)) == 5
    assert [row.id for row in sorted(ROWS, key=by_urgency)][:3] == ["SOP-10", "REF-02", "COO-05"]


def test_ids_sort_by_number() -> None:
    assert sorted(["SOP-10", "SOP-2", "COO-11"], key=natural) == ["COO-11", "SOP-2", "SOP-10"]


def test_segments_fill_the_bar() -> None:
    parts = segments(tally(ROWS))
    assert parts[0].x == 0
    assert round(parts[-1].x + parts[-1].width) == 100
    assert segments(tally(())) == ()
    assert round(sum(part.width for part in segments(tally(ROWS), 18))) == 50


def test_a_verdict_that_occurs_once_in_many_is_still_in_the_bar() -> None:
    rows = large().inputs[0].requirements
    met = [row for row in rows if row.verdict == "met"] * 20
    one = [row for row in rows if row.verdict == "not-met"][:1]
    assert str(bar(tally(met + one), 40)) == f"[{'+' * 37}x]"


@pytest.mark.parametrize(
    ("text", "length", "short"),
    [("a b", 9, "a b"), ("one two  three", 9, "one two…"), ("abcdefghij", 5, "abcd…"), ("a\n\tb", 9, "a b")],
)
def test_shorten(text: str, length: int, short: str) -> None:
    assert shorten(text, length) == short


def test_visible() -> None:
    assert visible("a\x1b[1m\u202eb\udce9\x00") == "a[U+001B][1m[U+202E]b[U+DCE9][U+0000]"
    assert visible("niña\n\u200eعودة") == "niña\n\u200eعودة"


def test_a_draft_without_title_goes_by_its_file() -> None:
    draft = sample(drafts=2).inputs[1]
    assert draft_name(draft) == "sop-reintegration-en-2.docx"
