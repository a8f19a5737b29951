"""Decisions on one review that were made in two places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from checker.errors import InputError
from checker.reviews.from_graph import in_order
from checker.reviews.model import Decision

_SHOWN = 5


def not_here_yet(here: Iterable[Decision], there: Iterable[Decision], name: str) -> tuple[Decision, ...]:
    """What was decided there upon what stands here. Raises InputError where both went on from the same."""
    ours, theirs = _by_requirement(here), _by_requirement(there)
    fresh: list[Decision] = []
    apart: list[str] = []
    for requirement, line in theirs.items():
        known = ours.get(requirement, [])
        both = min(len(known), len(line))
        if line[:both] != known[:both]:
            apart.append(requirement)
        fresh.extend(line[both:])
    if apart:
        more = f" and {len(apart) - _SHOWN} more" if len(apart) > _SHOWN else ""
        raise InputError(
            f"{', '.join(sorted(apart)[:_SHOWN])}{more} in '{name[:80]}' were decided differently here and there",
            remedy="nothing was changed; delete the review in one of the two places, or import into another store",
            text="error-decided-apart",
            requirements=", ".join(sorted(apart)[:_SHOWN]) + (", …" if more else ""),
            name=name[:80],
        )
    return in_order(fresh)


def _by_requirement(decisions: Iterable[Decision]) -> dict[str, list[Decision]]:
    found: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        found[decision.requirement].append(decision)
    return found
