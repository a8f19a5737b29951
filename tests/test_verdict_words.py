"""The sentences on verdicts are about exactly the verdicts that can come out."""

from __future__ import annotations

from itertools import combinations

import pytest

from checker.knowledge import load
from checker.knowledge.model import Requirement
from checker.knowledge.shapes import applies_shape
from checker.reports.texts import Wording
from checker.verdict_words import verdict_words
from checker.verdicts import Findings, decide


def possible(requirement: Requirement) -> set[str]:
    """Every verdict that some set of failing claims makes; at most a few thousand sets are tried."""
    claims = [c.iri for c in requirement.claims if c.role != "optional"]
    sizes = [*range(min(len(claims), 3) + 1), *range(max(0, len(claims) - 2), len(claims) + 1)]
    failing = (set(some) for size in dict.fromkeys(sizes) for some in combinations(claims, size))
    found = {decide(requirement, Findings(frozenset(some))) for some in failing}
    away = {decide(requirement, Findings(frozenset({applies_shape(requirement)})))}
    return found | (away if requirement.condition_iri else set())


@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_a_sentence_for_each_verdict_that_can_come_out(language: str) -> None:
    t = Wording(load().interface_texts(language))
    for requirement in load().requirements.values():
        said = [when.verdict for when in verdict_words(requirement, t, language)]
        assert set(said) == possible(requirement), requirement.id
        assert len(said) == len(set(said))
