"""A profile in the making as a file, while it is saved nowhere else."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pyoxigraph as ox

from checker.errors import GuidecheckError
from checker.knowledge import Knowledge
from checker.knowledge.model import Text
from checker.profiles.chosen import MOST_WEIGHT, Asked
from checker.profiles.opening import opened
from checker.profiles.shelf import file_of
from checker.report import Strength
from ui.profiling.making import Making


class _File(msgspec.Struct):
    names: dict[str, str]
    ticked: list[str]
    said: dict[str, tuple[Strength, float]]
    wish: str
    token: str
    stamp: str
    iri: str
    more: str


def as_file(making: Making) -> bytes:
    more = ox.serialize(making.more, format=ox.RdfFormat.N_TRIPLES)
    said = {r: (asked.strength, asked.weight) for r, asked in making.said.items()}
    return msgspec.json.encode(
        _File(
            dict(making.label.by_language), sorted(making.ticked), said, making.wish, making.token, making.stamp,
            making.iri, (more or b"").decode(),
        )
    )  # fmt: skip


def from_file(data: bytes, knowledge: Knowledge) -> Making | None:
    """None where the file is none. Requirements that are no more are left out."""
    try:
        found = msgspec.json.decode(data, type=_File)
        more = tuple(quad.triple for quad in ox.parse(found.more, format=ox.RdfFormat.N_TRIPLES))
    except (msgspec.DecodeError, SyntaxError):
        return None
    known = knowledge.requirements
    said = {r: Asked(*asked) for r, asked in found.said.items() if r in known and 0 < asked[1] <= MOST_WEIGHT}
    making = Making(
        Text(found.names), frozenset(found.ticked) & known.keys(), said, found.wish, found.token, found.iri, more,
        stamp=found.stamp,
    )  # fmt: skip
    return _with_saved(making, knowledge) if making.token else making


def _with_saved(making: Making, knowledge: Knowledge) -> Making:
    """What was saved before it got an address of its own is held without one."""
    try:
        saved = opened(file_of(making.token), knowledge)
        return replace(making, saved=saved if making.iri else replace(saved, iri=""))
    except GuidecheckError:
        return replace(making, wish=making.token, token="", stamp="")
