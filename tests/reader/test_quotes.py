"""A quote stands in the draft word for word, or it is none."""

from __future__ import annotations

import csv

import pytest

from checker.reader.answer import UnusableError, _quotes
from checker.reader.quotes import QuoteFinder
from tests.evidence.documents import document
from tests.reader.checking import HERE

with (HERE / "quotes.csv").open(encoding="utf-8", newline="") as lines:
    ROWS = list(csv.DictReader(lines))


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["quote"])
def test_quote(row: dict[str, str]) -> None:
    draft = document(row["draft"].replace("¶", "\n"))
    found = QuoteFinder(draft).find(row["quote"])
    assert bool(found) == (row["found"] == "yes")


def test_a_quote_has_its_place() -> None:
    draft = document("# Consent", "It is asked for “in writing”, always.", "It is asked for 'in writing', once.")
    ((start, end),) = QuoteFinder(draft).find('asked for "in writing", always')
    assert draft.text[start:end] == "asked for “in writing”, always"
    assert len(QuoteFinder(draft).find("It is asked for in writing")) == 2


LEAD, ITEM = "On the day of landing the team:", "pays the arrival allowance against signature;"


@pytest.mark.parametrize(
    ("quote", "lines"),
    [
        (f"({LEAD})\n{ITEM}", [LEAD, ITEM]),
        (f"{LEAD}\n\n {ITEM}", [LEAD, ITEM]),
        (f"({LEAD})\nIt is said to pay a pension.", None),
        (ITEM, [ITEM]),
    ],
    ids=["lead and passage as shown", "lines apart", "one line made up", "one line"],
)
def test_lines_of_a_quote_stand_each_in_the_draft(quote: str, lines: list[str] | None) -> None:
    draft = document(LEAD, "Between the two stands another rule.", ITEM)
    if lines is None:
        with pytest.raises(UnusableError):
            _quotes([quote], QuoteFinder(draft), ())
        return
    found = _quotes([quote], QuoteFinder(draft), ())
    assert [draft.text[place.start : place.end] for place in found] == lines
