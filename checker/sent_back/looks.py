"""How a verdict looks on paper: a mark and a shade that are told apart without colour."""

from __future__ import annotations

from dataclasses import dataclass

from checker.report import Verdict

INK, SOFT, ACCENT, LINE, TINT = "1C2733", "536170", "14507A", "C5CFD8", "EEF3F7"


@dataclass(frozen=True, slots=True)
class Look:
    """``fill`` and ``ink`` are for bars, ``tint`` is for the ground of a cell with text; all RRGGBB."""

    mark: str
    fill: str
    ink: str
    tint: str


LOOKS: dict[Verdict, Look] = {
    "met": Look("●", "0B5C8A", "FFFFFF", "E2F0F8"),
    "partly-met": Look("◐", "EAA221", "1C2733", "FDF1DA"),
    "not-met": Look("✕", "6E1A06", "FFFFFF", "FAE6E0"),
    "not-stated": Look("○", "FFFFFF", "1C2733", "EEECF6"),
    "not-applicable": Look("–", "E3E7EB", "56616C", "F1F3F5"),
}
