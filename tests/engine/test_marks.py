"""Arrays of nodes do what sets do, few or many."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.engine.running.marks import Marks, stretches
from checker.engine.running.reach import Reach

MOST = 400
SOME = st.lists(st.integers(0, MOST - 1), max_size=6) | st.lists(st.integers(0, MOST - 1), min_size=100, max_size=300)


def array(nodes: list[int] | set[int]) -> np.ndarray:
    return np.array(sorted(nodes) if isinstance(nodes, set) else nodes, dtype=np.int32)


@given(SOME, SOME, st.booleans())
@settings(deadline=None)
def test_nodes_are_looked_up_in_a_set(nodes: list[int], others: list[int], wanted: bool) -> None:
    marks = Marks(MOST)
    for _ in range(2):  # no mark is left behind
        found = marks.within(array(nodes), array(set(others)), wanted)
        assert found.tolist() == [(node in others) == wanted for node in nodes]


@given(st.lists(SOME, max_size=3))
@settings(deadline=None)
def test_sets_are_joined_in_order(given_sets: list[list[int]]) -> None:
    marks = Marks(MOST)
    sets = [marks.distinct(array(nodes)) for nodes in given_sets]
    assert marks.either(sets).tolist() == sorted(set().union(*given_sets))
    assert marks.either(sets).dtype == np.int32


@given(st.lists(st.tuples(st.integers(0, MOST - 1), st.integers(0, MOST - 1)), min_size=1, max_size=60), SOME)
@settings(deadline=None)
def test_a_path_is_walked_back_as_often_as_it_leads_there(pairs: list[tuple[int, int]], values: list[int]) -> None:
    pairs = sorted(set(pairs), key=lambda pair: pair[1])
    reach = Reach(array([s for s, _ in pairs]), array([o for _, o in pairs]))
    back = reach.back(array(set(values)), Marks(MOST))
    assert sorted(back.tolist()) == sorted(s for s, o in pairs if o in values)


def test_keys_in_order_make_stretches() -> None:
    assert stretches(np.array([2, 2, 5, 7, 7])) == {2: slice(0, 2), 5: slice(2, 3), 7: slice(3, 5)}
    assert stretches(np.array([])) == {}
