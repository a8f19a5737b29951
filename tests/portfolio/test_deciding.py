"""Verdicts over columns: the same as the rules give one by one."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.descriptions.description import Description
from checker.knowledge import load
from checker.portfolio.asked import asked_by
from checker.portfolio.deciding import WEAKEST_FIRST, decide_all, decisive
from checker.verdicts.rules import Findings, decide

ASKED = asked_by("everything", load())
KINDS = sorted(load().kinds)


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 2**32 - 1), st.sampled_from([0.02, 0.2, 0.5, 0.9, 1.0]))
def test_verdicts_are_those_of_the_rules(seed: int, share: float) -> None:
    failing = np.random.default_rng(seed).random((2, ASKED.width)) < share
    for requirement, column in zip(ASKED.requirements, range(len(ASKED.requirements)), strict=True):
        if requirement.condition_iri is None:
            failing[:, len(ASKED.claims) + column] = False
    verdicts = decide_all(ASKED, failing)
    for row in range(len(failing)):
        shapes = {s for s, columns in ASKED.columns.items() for c in columns if failing[row, c]}
        findings = Findings(frozenset(shapes))
        assert [WEAKEST_FIRST[v] for v in verdicts[row]] == [decide(r, findings) for r in ASKED.requirements]


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.lists(st.sampled_from(KINDS), max_size=3)), max_size=4), st.data())
def test_the_draft_decides_or_else_the_weakest_of_its_parts(
    made: list[tuple[str, list[str]]], data: st.DataObject
) -> None:
    descriptions = [
        Description(f"d{n}", kind, "", "en", tuple((f"d{n}p{m}", k) for m, k in enumerate(parts)))
        for n, (kind, parts) in enumerate(made)
    ]
    nodes = [(n, kind) for d in descriptions for n, kind in d.nodes]
    seed = data.draw(st.integers(0, 2**32 - 1))
    verdicts = np.random.default_rng(seed).integers(0, 5, (len(nodes), len(ASKED.requirements))).astype(np.int8)
    found = decisive(ASKED, verdicts, descriptions)
    at = {node: place for place, (node, _) in enumerate(nodes)}
    for row, d in enumerate(descriptions):
        for column, requirement in enumerate(ASKED.requirements):
            fitting = [n for n, kind in d.nodes if kind in requirement.kinds]
            fitting = [d.draft] if d.draft in fitting else fitting
            weakest = min(fitting, key=lambda n: verdicts[at[n], column], default=None)
            assert found[row, column] == (-1 if weakest is None else at[weakest])
