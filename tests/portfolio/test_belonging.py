"""What belongs to which draft: the same as by looking at one draft after the other."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from checker.portfolio.belonging import Belonging

Edges = list[tuple[int, int]]


@st.composite
def files(draw: st.DrawFn) -> tuple[int, Edges, list[int]]:
    """Nodes, links between them, and which of them are drafts."""
    count = draw(st.integers(1, 14))
    node = st.integers(0, count - 1)
    edges = draw(st.lists(st.tuples(node, node), max_size=30))
    return count, edges, draw(st.lists(node, min_size=1, max_size=5, unique=True))


def found(count: int, edges: Edges, drafts: list[int]) -> list[list[int]]:
    starts, ends = (np.array([edge[side] for edge in edges], dtype=np.int64) for side in (0, 1))
    belonging = Belonging(count, starts, ends, drafts)
    return [belonging.of(place) for place in range(len(drafts))]


def reached(start: set[int], edges: Edges, closed: set[int]) -> set[int]:
    seen, todo = set(start), list(start)
    while todo:
        node = todo.pop()
        for end in (e for s, e in edges if s == node and e not in seen and e not in closed):
            seen.add(end)
            todo.append(end)
    return seen


def looked_up(count: int, edges: Edges, drafts: list[int]) -> list[list[int]]:
    if len(drafts) == 1:
        return [list(range(count))]
    own = {draft: reached({draft}, edges, set(drafts)) for draft in drafts}
    claimed = set().union(*own.values())
    lost = set(range(count)) - claimed
    between = [(s, e) for s, e in edges if s in lost and e in lost]
    both_ways = [*between, *((e, s) for s, e in between)]
    for node in lost:
        group = reached({node}, both_ways, set())
        to = {
            d for s, e in edges if s in group for d in drafts if e in own[d] and sum(e in o for o in own.values()) == 1
        }
        if len(to) == 1:
            own[to.pop()].add(node)
    return [sorted(own[draft]) for draft in drafts]


@given(files())
def test_drafts_get_what_they_reach_and_what_leads_to_them_alone(file: tuple[int, Edges, list[int]]) -> None:
    assert found(*file) == looked_up(*file)


@given(files())
def test_no_statement_is_lost_but_those_of_nobody_or_of_several(file: tuple[int, Edges, list[int]]) -> None:
    count, edges, drafts = file
    mine = found(count, edges, drafts)
    for draft, nodes in zip(drafts, mine, strict=True):
        assert draft in nodes
        assert not set(nodes) & (set(drafts) - {draft})


def test_a_partner_of_two_programmes_belongs_to_both() -> None:
    programme, other, partner, evaluation, stranger = range(5)
    edges = [(programme, partner), (other, partner), (evaluation, programme)]
    assert found(5, edges, [programme, other]) == [[programme, partner, evaluation], [other, partner]]
    assert stranger == 4


def test_drafts_that_contain_each_other_see_each_other() -> None:
    belonging = Belonging(2, np.array([0, 1]), np.array([1, 0]), [0, 1], frozenset())
    assert [belonging.of(0), belonging.of(1)] == [[0, 1], [0, 1]]
