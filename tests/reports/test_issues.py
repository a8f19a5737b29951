"""How grave an issue is, by strength and verdict."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.report import Strength, Verdict
from checker.reports.issues import level
from tests.reports.sample import sample


@pytest.mark.parametrize(
    ("strength", "verdict", "expected"),
    [
        ("must", "not-met", "error"),
        ("must", "not-stated", "error"),
        ("must", "partly-met", "warning"),
        ("should", "not-met", "warning"),
        ("should", "not-stated", "warning"),
        ("should", "partly-met", "note"),
        ("may", "not-met", "note"),
        ("may", "partly-met", "note"),
    ],
)
def test_levels(strength: Strength, verdict: Verdict, expected: str) -> None:
    row = sample().inputs[0].requirements[0]
    assert level(replace(row, strength=strength, verdict=verdict)) == expected
