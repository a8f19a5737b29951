"""Search and steps: what a person types finds what is meant, and every step can be walked."""

from __future__ import annotations

import pytest

from checker.browsing.nodes import Node, node_of, title
from checker.browsing.search import guidance_search
from checker.browsing.walk import MOST, drawn, steps
from checker.knowledge import load

FOUND = [
    ("en", "consent of returnees", "requirement:SOP-07"),
    ("en", "sop-07", "requirement:SOP-07"),
    ("es", "comites directivos", "requirement:INT-08"),
    ("fr", "consentements", "requirement:SOP-07"),
]


@pytest.mark.parametrize(("language", "query", "first"), FOUND)
def test_the_best_comes_first(language: str, query: str, first: str) -> None:
    assert guidance_search(load(), language).find(query)[0].key == first


def test_nothing_is_found_of_what_is_not_there() -> None:
    assert guidance_search(load(), "en").find("zzzz") == ()


@pytest.mark.parametrize("key", ["requirement:SOP-07", "provision:HB-4.1.3-31", "document:emm", "theme:diaspora"])
def test_every_step_leads_to_something_with_a_title(key: str) -> None:
    node = node_of(key, load())
    assert node is not None
    found = steps(load(), node)
    assert found
    assert all(title(step.node, load(), "es") for step in found)
    assert len(drawn(found)) == min(MOST, len(found))


def test_an_unknown_key_is_no_node() -> None:
    assert node_of("requirement:NO-99", load()) is None
    assert node_of("<script>", load()) is None


def test_one_can_walk_there_and_back() -> None:
    requirement, provision = Node("requirement", "SOP-07"), Node("provision", "HB-4.1.3-31")
    assert provision in [s.node for s in steps(load(), requirement)]
    assert requirement in [s.node for s in steps(load(), provision)]
