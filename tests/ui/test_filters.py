"""Which requirements the list shows."""

from __future__ import annotations

import pytest

from checker.reports.page import Card, draft_pages
from tests.reports.sample import sample
from ui.filters import ORDERS, Filter, shown


def cards(language: str = "en") -> tuple[Card, ...]:
    return draft_pages(sample(language))[0].cards


ROWS = [card.row for card in cards()]


def ids(wanted: Filter, order: str = "verdict") -> list[str]:
    return [card.row.id for card in shown(cards(), wanted, order)]


def test_without_filter_the_most_urgent_come_first() -> None:
    assert ids(Filter())[0] == "SOP-10"
    assert len(ids(Filter())) == len(ROWS) == 9


def test_filters_join() -> None:
    assert ids(Filter(verdicts=frozenset({"met"}))) == ["POP-04", "COO-03", "REF-01"]
    assert ids(Filter(verdicts=frozenset({"met"}), strengths=frozenset({"must"}))) == ["POP-04"]
    assert set(ids(Filter(theme="referral"))) == {row.id for row in ROWS if row.theme == "referral"} != set()
    assert len(ids(Filter(only_review=True))) == sum(row.needs_review for row in ROWS) == 3


def test_search_needs_every_word_and_no_accent() -> None:
    found = shown(cards("es"), Filter(search="COMITE nacional trimestre"))
    assert [card.row.id for card in found] == ["COO-03"]
    assert ids(Filter(search="sop-10")) == ["SOP-10"]
    assert ids(Filter(search="nothing like it")) == []


@pytest.mark.parametrize("order", ORDERS)
def test_every_order_shows_all(order: str) -> None:
    assert sorted(ids(Filter(), order)) == sorted(row.id for row in ROWS)


def test_orders() -> None:
    assert ids(Filter(), "id")[:3] == ["COO-03", "COO-05", "MON-01"]
    assert ids(Filter(), "strength")[:3] == ["SOP-10", "REF-02", "POP-04"]
