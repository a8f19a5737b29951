"""Reports as told are kept for everybody together, and no more than a certain number of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.knowledge import load
from checker.reports.texts import Wording
from tests.reviews.desks import ANA, BEN, desk_at, new
from ui.context import Context
from ui.reviews import told as room


def context(language: str = "en") -> Context:
    return Context(load(), language, Wording(load().interface_texts(language)))


def test_two_people_read_one_and_the_same(tmp_path: Path) -> None:
    desk = desk_at(tmp_path, ANA)
    header = desk.add(new())
    first = room.told(context(), desk, header)
    assert room.told(context(), desk_at(tmp_path, BEN), header) is first
    assert room.told(context("es"), desk, header) is not first


def test_a_decision_shows(tmp_path: Path) -> None:
    desk = desk_at(tmp_path)
    before = room.told(context(), desk, header := desk.add(new()))
    desk.correct(header.id, "SOP-01", None, "met")
    (now,) = desk.headers()
    after = room.told(context(), desk, now)
    assert (before.requirements[0].verdict, after.requirements[0].verdict) == ("not-stated", "met")


def test_of_many_the_one_read_longest_ago_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST", 2)
    desk = desk_at(tmp_path)
    one, two, three = (desk.add(new(f"{n}.txt", draft=str(n).encode())) for n in range(3))
    kept = room.told(context(), desk, one)
    for header in (two, one, three):
        room.told(context(), desk, header)
    assert len(room._kept) == 2
    assert room.told(context(), desk, one) is kept
