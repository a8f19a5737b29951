"""How sure a first reading of a text can be: the share of such verdicts that were right on drafts with known ones."""

from __future__ import annotations

import json
import math
from functools import cache
from pathlib import Path
from typing import Any

from checker.evidence import DraftEvidence
from checker.knowledge.model import Requirement
from checker.report import Verdict

CALIBRATION = Path(__file__).with_name("first_reading.json")
"""Weights that ``benchmarks/calibrate.py`` fits and writes, with what they were fitted on."""
WAYS: tuple[Verdict, ...] = ("met", "partly-met", "not-stated")
FEATURES = (
    "share of claims shown",
    "mean strength",
    "least strength",
    "best passage",
    "third passage",
    "claims (log)",
    "said met",
    "said partly met",
)
_CAP = 8.0


def features(requirement: Requirement, evidence: DraftEvidence, verdict: Verdict) -> tuple[float, ...]:
    """What confidence rests on, in the order of ``FEATURES``."""
    searched = [c for c in requirement.claims if c.role == "asserting"]
    best = [min(_CAP, max((s.strength for s in evidence.supports.get(c.iri, ())), default=0.0)) for c in searched]
    shown = sum(evidence.shows(c) for c in searched)
    found = [c.score for c in evidence.candidates[requirement.id]]
    return (
        shown / max(1, len(searched)),
        sum(best) / max(1, len(best)),
        min(best, default=0.0),
        found[0] if found else 0.0,
        found[2] if len(found) > 2 else 0.0,
        math.log1p(len(searched)),
        float(verdict == "met"),
        float(verdict == "partly-met"),
    )


def probabilities(found: tuple[float, ...]) -> dict[Verdict, float]:
    """How likely each of the three ways is, given the features."""
    fit = _calibration()
    values = [1.0, *((x - m) / s for x, m, s in zip(found, fit["mean"], fit["spread"], strict=True))]
    scores = [math.exp(sum(v * w for v, w in zip(values, weights, strict=True))) for weights in fit["weights"]]
    return {way: score / sum(scores) for way, score in zip(WAYS, scores, strict=True)}


@cache
def _calibration() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(CALIBRATION.read_text("utf-8"))
    return read
