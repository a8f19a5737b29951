"""A comparison whose weights a person changed as a file, while they are in no profile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from checker.knowledge import Knowledge
from ui.comparing.weights import Weights, is_weight


class Compared(msgspec.Struct, frozen=True):
    """``reviews`` and ``profile`` are ids; ``weights`` are those that differ from the profile's, by profile."""

    reviews: tuple[str, ...]
    profile: str
    weights: dict[str, dict[str, float]]


def as_file(reviews: Sequence[str], profile: str, weights: Mapping[str, Weights]) -> bytes | None:
    """None where no weight was changed."""
    changed = {name: dict(given) for name, given in weights.items() if given}
    return msgspec.json.encode(Compared(tuple(reviews), profile, changed)) if changed else None


def from_file(data: bytes, knowledge: Knowledge) -> Compared | None:
    """None where the file is none, or holds no weight. Requirements that are no more are left out."""
    try:
        found = msgspec.json.decode(data, type=Compared)
    except msgspec.DecodeError:
        return None
    weights = {
        name: {r: weight for r, weight in given.items() if r in knowledge.requirements and is_weight(weight)}
        for name, given in found.weights.items()
    }
    weights = {name: given for name, given in weights.items() if given}
    return Compared(found.reviews, found.profile, weights) if weights else None
