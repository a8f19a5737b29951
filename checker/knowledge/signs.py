"""Signs: which notions come together where a draft's text shows a claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast

from checker.errors import ToolError
from checker.knowledge.index import Index, Key
from checker.knowledge.names import GC, local

Window = Literal["sentence", "passage", "section", "heading"]
_WINDOWS = ("sentence", "passage", "section", "heading")


@dataclass(frozen=True, slots=True)
class Slot:
    """Terms of which ``at_least`` have to be spoken of."""

    terms: tuple[str, ...]
    at_least: int = 1


@dataclass(frozen=True, slots=True)
class Sign:
    """Slots that must all be filled within a window. ``unless`` are terms that undo it in the same sentence."""

    slots: tuple[Slot, ...]
    window: Window = "passage"
    unless: tuple[str, ...] = ()
    any_mood: bool = False
    """True where a text also counts that reports instead of undertaking."""


def read_signs(index: Index) -> Mapping[str, tuple[Sign, ...]]:
    """Signs by the IRI of what they show: a claim or a condition. Raises ToolError where one is no sign."""
    found = {}
    for subject in index.subjects():
        signs = [_sign(index, sign, subject) for sign in index.keys(subject, GC + "sign")]
        if signs:  # by content: the labels of blank nodes differ from run to run
            found[subject] = tuple(sorted(signs, key=lambda s: (s.window, tuple(slot.terms for slot in s.slots))))
    return found


def _sign(index: Index, sign: Key, of: str) -> Sign:
    window = local(index.one(sign, GC + "window") or "passage")
    slots = tuple(sorted((_slot(index, s) for s in index.keys(sign, GC + "slot")), key=lambda s: s.terms))
    if window not in _WINDOWS or not all(s.terms for s in slots) or not slots:
        raise ToolError(
            "a sign needs slots with terms, and a window that is known",
            where=local(of),
            remedy=f"windows: {', '.join(_WINDOWS)}",
        )
    return Sign(
        slots=slots,
        window=cast("Window", window),
        unless=tuple(sorted(index.keys(sign, GC + "unless"))),
        any_mood=index.literal(sign, GC + "anyMood") == "true",
    )


def _slot(index: Index, slot: Key) -> Slot:
    listed = tuple(sorted(index.keys(slot, GC + "oneOf")))
    return Slot(listed or (slot,), int(index.literal(slot, GC + "atLeast") or 1))
