"""Acts from the browser: each done once, in its order, and answered."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from checker.errors import ToolError
from checker.report import RequirementOutcome
from checker.reports.texts import Wording
from checker.reviews.desk import Desk, Person
from tests.reports.sample import texts
from tests.reviews.desks import ANA, DOCUMENT, EVE, TEXT, desk_at, with_review
from ui.desk.acting import Acting, act_on
from ui.desk.live import live_of

T = Wording(texts("en"))


def judge(requirement: str, holds: bool) -> RequirementOutcome:
    raise AssertionError("no condition is turned here")


class Table:
    """A review, a desk, and what one session has sent."""

    def __init__(self, folder: Path, person: Person = ANA) -> None:
        self.desk = desk_at(folder, ANA)
        self.id = with_review(self.desk._store).id
        self.desk = Desk(self.desk._store, person)
        self.acting = Acting()

    def send(self, *acts: Mapping[str, Any]) -> list[dict[str, Any]]:
        act_on(self.acting, acts, self.desk, self.desk.review(self.id), DOCUMENT, judge, T)
        return self.acting.told()

    @property
    def stands(self) -> dict[str, Any]:
        live = live_of("d", self.desk.review(self.id), DOCUMENT, [], {}, T)
        return dict(live["standing"])


@pytest.fixture
def table(tmp_path: Path) -> Table:
    return Table(tmp_path)


def act(name: str, kind: str, seen: str | None = None, **fields: object) -> dict[str, Any]:
    return {"id": name, "kind": kind, "requirement": "SOP-01", "seen": seen, **fields}


def test_acts_that_follow_each_other_before_any_answer(table: Table) -> None:
    answers = table.send(
        act("1", "correct", verdict="met", why="page 2"), act("2", "comment", "1", text="good"), act("3", "undo", "2")
    )
    assert answers == [{"act": "1"}, {"act": "2"}, {"act": "3"}]
    stands = table.stands["SOP-01"]
    assert (stands["verdict"], stands["why"], stands["comment"], stands["undoable"]) == ("met", "page 2", "", True)


def test_what_is_sent_twice_is_done_once(table: Table) -> None:
    table.send(act("1", "accept"))
    table.send(act("1", "accept"), act("2", "comment", "1", text="x"))
    assert [d.act for d in table.desk.review(table.id).decisions] == ["accept", "comment"]


def test_however_many_come_at_once_each_is_answered(table: Table) -> None:
    acts = [act("0", "accept"), *(act(str(n), "comment", str(n - 1), text=f"{n}") for n in range(1, 80))]
    assert table.send(*acts) == [{"act": str(n)} for n in range(80)]
    assert table.send(act("80", "undo", "79")) == [{"act": "80"}]


def test_what_another_person_left_is_told_and_nothing_written(table: Table) -> None:
    table.send(act("1", "correct", verdict="not-met", why="no"))
    (answer,) = Table.send(other := _beside(table), act("9", "accept"))
    assert answer["standing"]["verdict"] == "not-met"
    assert answer["standing"]["who"] == "Ana"
    assert len(other.desk.review(table.id).decisions) == 1


def _beside(table: Table) -> Table:
    other = object.__new__(Table)
    other.desk, other.id, other.acting = table.desk, table.id, Acting()
    return other


def test_chosen_passages_are_spans_of_the_draft(table: Table) -> None:
    table.send(act("1", "passages", passages=[{"start": 3, "end": 19}]))
    (chosen,) = table.desk.review(table.id).decisions[-1].passages or ()
    assert (chosen.quote, chosen.start, chosen.end, chosen.heading) == ("ask for consent.", 3, 19, ("Data",))
    table.send(act("2", "passages", "1", passages=[{"start": 0, "end": len(TEXT)}]))
    (found,) = table.desk.review(table.id).decisions[-1].passages or ()
    assert found.claims == ("SOP-01.a",)


@pytest.mark.parametrize(
    "wrong",
    [
        act("1", "passages", passages=[{"start": 5, "end": 5000}]),
        act("1", "passages", passages=[{"start": "x", "end": 3}]),
        act("1", "correct", verdict="splendid", why=""),
        act("1", "undo"),
        act("1", "burn"),
        {"id": "1", "kind": "accept"},
        {"id": "1", "kind": "accept", "requirement": "NO-99", "seen": None},
    ],
)
def test_what_cannot_be_done_is_dropped_with_a_sentence(table: Table, wrong: dict[str, Any]) -> None:
    first, second = table.send(wrong, {**act("2", "accept"), "requirement": "SOP-02"})
    assert first["dropped"]
    assert second == {"act": "2"}


def test_a_reader_decides_nothing(tmp_path: Path) -> None:
    table = Table(tmp_path, EVE)
    (answer,) = table.send(act("1", "accept"))
    assert "role of reviewer" in answer["dropped"]
    assert table.stands == {}


def test_an_act_waits_while_the_store_is_away(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*args: object) -> None:
        raise ToolError("the disk is full", remedy="make room")

    with monkeypatch.context() as patch:
        patch.setattr(table.desk, "accept", away)
        assert table.send(act("1", "accept"), act("2", "comment", "1", text="x")) == [
            {"act": "1", "failed": "the disk is full; make room"}
        ]
    assert table.send(act("1", "accept"), act("2", "comment", "1", text="x")) == [{"act": "1"}, {"act": "2"}]
