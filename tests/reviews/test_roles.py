"""What each role may do at the desk, act by act: what the desk refuses leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.reviews.desk import ROLES, Desk, NotAllowedError, Person, Role
from checker.reviews.opening import open_store
from tests.reviews.desks import ANA, FOUND, new, with_review

Act = Callable[[Desk, str], object]
ACTS: dict[str, tuple[Role, Act]] = {
    "headers": ("reader", lambda desk, review: desk.headers()),
    "review": ("reader", lambda desk, review: desk.review(review)),
    "document": ("reader", lambda desk, review: desk.document(desk.review(review).header)),
    "blob": ("reader", lambda desk, review: desk.blob(desk.review(review).header.draft)),
    "trail": ("reader", lambda desk, review: desk.trail(review)),
    "add": ("reviewer", lambda desk, review: desk.add(new("other.txt"))),
    "accept": ("reviewer", lambda desk, review: desk.accept(review, "SOP-01", None)),
    "correct": ("reviewer", lambda desk, review: desk.correct(review, "SOP-01", None, "met")),
    "comment": ("reviewer", lambda desk, review: desk.comment(review, "SOP-01", None, "Ask")),
    "choose_passages": ("reviewer", lambda desk, review: desk.choose_passages(review, "SOP-01", None, [FOUND])),
    "undo": ("reviewer", lambda desk, review: desk.undo(review, "SOP-02", desk.review(review).decisions[-1].id)),
    "export": ("reviewer", lambda desk, review: desk.export(review)),
    "import_": ("reviewer", lambda desk, review: desk.import_(EXPORTED[0])),
    "delete": ("administrator", lambda desk, review: desk.delete(review)),
}
EXPORTED: list[bytes] = []


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("act", ACTS)
def test_acts_by_role(tmp_path: Path, act: str, role: Role) -> None:
    store = open_store(tmp_path)
    review = with_review(store).id
    Desk(store, ANA).accept(review, "SOP-02", None)
    EXPORTED[:] = [Desk(store, ANA).export(review)]
    before = (store.headers(), store.review(review).decisions, store.trail())
    least, done = ACTS[act]
    desk = Desk(store, Person("Eve", role))
    if ROLES.index(role) >= ROLES.index(least):
        done(desk, review)
    else:
        with pytest.raises(NotAllowedError, match=f"a {role} may not"):
            done(desk, review)
        assert (store.headers(), store.review(review).decisions, store.trail()) == before


def test_every_act_of_the_desk_is_in_the_table() -> None:
    named = {name for name in vars(Desk) if not name.startswith("_")} - {"may"}
    assert named == set(ACTS)
