"""What a profile asks, as columns: one a claim, in stretches of one a requirement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from checker.engine.program.model import Program
from checker.engine.sets import compiled_text
from checker.knowledge import Knowledge
from checker.knowledge.model import Claim, Requirement
from checker.knowledge.shape_texts import shapes_text
from checker.knowledge.shapes import applies_shape
from checker.profiles import profile_of
from checker.selection import requirements_for

Truths = np.ndarray[Any, np.dtype[np.bool_]]
Numbers = np.ndarray[Any, np.dtype[np.int64]]


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """Requirements with claims, by id. ``counting`` to ``essential`` have a value for each claim."""

    program: Program
    requirements: tuple[Requirement, ...]
    claims: tuple[Claim, ...]
    first: Numbers
    """Where the claims of each requirement begin."""
    counting: Truths
    asserting: Truths
    breaking: Truths
    essential: Truths
    columns: dict[str, tuple[int, ...]]
    """For each shape: its claims by place; a condition is the place of its requirement after all claims."""
    kinds: dict[str, Truths]
    """For each kind of draft: of which requirements it is one."""

    @property
    def width(self) -> int:
        return len(self.claims) + len(self.requirements)


@lru_cache(maxsize=2)
def asked_by(profile: str, knowledge: Knowledge) -> Asked:
    """Raises CallError or InputError where the profile cannot be used."""
    found = requirements_for(knowledge, profile_of(profile, knowledge), tuple(knowledge.kinds))
    requirements = tuple(sorted((r for r in found if r.has_claims), key=lambda r: r.id))
    claims = tuple(claim for requirement in requirements for claim in requirement.claims)
    columns: dict[str, list[int]] = {}
    for place, claim in enumerate(claims):
        columns.setdefault(claim.iri, []).append(place)
    for place, requirement in enumerate(requirements):
        if requirement.condition_iri is not None:
            columns.setdefault(applies_shape(requirement), []).append(len(claims) + place)

    def each(holds: Callable[[Claim], bool]) -> Truths:
        return np.array([holds(claim) for claim in claims], dtype=bool)

    return Asked(
        program=compiled_text(shapes_text(knowledge.shape_texts, requirements)),
        requirements=requirements,
        claims=claims,
        first=np.cumsum([0, *(len(r.claims) for r in requirements)])[:-1],
        counting=each(lambda c: c.role != "optional"),
        asserting=each(lambda c: c.role == "asserting"),
        breaking=each(lambda c: c.breaks and c.role != "optional"),
        essential=each(lambda c: c.essential and c.role != "optional"),
        columns={shape: tuple(places) for shape, places in columns.items()},
        kinds={k: np.array([k in r.kinds for r in requirements], dtype=bool) for k in knowledge.kinds},
    )
