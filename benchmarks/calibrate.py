"""Fits how sure a first reading can be, on the development drafts, and writes checker/verdicts/first_reading.json.

usage: python -m benchmarks.calibrate [--check]

Prints, for fits that left one draft out, how many verdicts of each confidence were right, and draws it as
docs/calibration.svg. --check writes nothing.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from pathlib import Path

import numpy as np

from benchmarks.evidence_rows import DRAFTS
from benchmarks.softmax import Fit, fit
from checker.evidence import read_draft
from checker.knowledge import load
from checker.readers import read
from checker.verdicts.conditions import conditions
from checker.verdicts.first_reading import CALIBRATION, FEATURES, WAYS, features
from checker.verdicts.judged import judge
from checker.verdicts.rules import decide

PICTURE = Path(__file__).resolve().parents[1] / "docs" / "calibration.svg"
BINS = ((0.0, 0.4), (0.4, 0.5), (0.5, 0.6), (0.6, 0.7), (0.7, 0.8), (0.8, 0.9), (0.9, 1.01))


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--check", action="store_true")
    asked = arguments.parse_args()
    x, y, said, drafts = rows()
    probabilities = np.zeros((len(x), 3))
    for draft in sorted(set(drafts)):
        other = drafts != draft
        probabilities[~other] = fit(x[other], y[other])(x[~other])
    sure = probabilities[np.arange(len(x)), said]
    points = []
    for low, high in BINS:
        some = (sure >= low) & (sure < high)
        if some.any():
            points.append((float(sure[some].mean()), float((said == y)[some].mean()), int(some.sum())))
            print(f"{low:.1f} to {min(high, 1):.1f}: {points[-1][1]:.2f} right of {points[-1][2]}")
    met = (said == 0) & (sure >= 0.95)
    print(f"met with 0.95 or more: {int(met.sum())} of {int((y == 0).sum())} met")
    if not asked.check:
        whole = fit(x, y)
        CALIBRATION.write_text(json.dumps(as_data(whole, len(x), sorted(set(drafts))), indent=1) + "\n", "utf-8")
        PICTURE.write_text(picture(points), "utf-8")
    return 0


def rows() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Features, gold and verdict of each agreed row, and the draft it is of."""
    knowledge, x, y, said, drafts = load(), [], [], [], []
    for draft in csv.DictReader((DRAFTS / "INDEX.csv").open(encoding="utf-8")):
        gold = {
            g["requirement"]: g["verdict"]
            for g in csv.DictReader((DRAFTS / f"{draft['name']}.gold.csv").open(encoding="utf-8"))
            if g["status"] == "agreed" and g["verdict"] != "not-applicable"
        }
        asked = tuple(knowledge.requirements[r] for r in gold)
        file = DRAFTS / f"{draft['name']}.{draft['format']}"
        evidence = read_draft(read(file), knowledge, language=draft["language"], kind=draft["kind"], requirements=asked)
        findings = judge(evidence, asked, conditions(evidence, asked, {}), knowledge)
        for requirement in asked:
            verdict = decide(requirement, findings, in_text=True)
            if verdict != "not-applicable":
                x.append(features(requirement, evidence, verdict))
                y.append(_way(gold[requirement.id]))
                said.append(_way(verdict))
                drafts.append(draft["name"])
    return np.array(x), np.array(y), np.array(said), np.array(drafts)


def _way(verdict: str) -> int:
    return WAYS.index(verdict) if verdict in WAYS else WAYS.index("not-stated")


def as_data(found: Fit, count: int, drafts: list[str]) -> dict[str, object]:
    return {
        "fitted on": f"{count} verdicts of {', '.join(drafts)}",
        "by": "benchmarks/calibrate.py",
        "features": list(FEATURES),
        "mean": [round(float(v), 4) for v in found.mean],
        "spread": [round(float(v), 4) for v in found.spread],
        "weights": [[round(float(v), 4) for v in row] for row in found.weights.T],
    }


def picture(points: list[tuple[float, float, int]]) -> str:
    """Confidence to the right, share right upwards; a dot's area is the number of verdicts."""
    dots = "".join(
        f'<circle cx="{40 + 300 * sure:.0f}" cy="{340 - 300 * right:.0f}" r="{2 + count**0.5:.1f}" fill="#1f6f8b" '
        f'fill-opacity=".75"><title>{right:.2f} right of {count} given {sure:.2f}</title></circle>'
        for sure, right, count in points
    )
    ticks = "".join(
        f'<text x="{40 + 300 * t / 10:.0f}" y="358" text-anchor="middle">{t / 10:.1f}</text>'
        f'<text x="32" y="{344 - 300 * t / 10:.0f}" text-anchor="end">{t / 10:.1f}</text>'
        for t in range(0, 11, 2)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 380 390" font-family="sans-serif" font-size="12">'
        '<rect width="380" height="390" fill="white"/><path d="M40 40V340H340" fill="none" stroke="#56616c"/>'
        f'<path d="M40 340L340 40" stroke="#b3bfca" stroke-dasharray="4 4"/>{ticks}{dots}'
        '<text x="190" y="380" text-anchor="middle">confidence given</text>'
        '<text x="12" y="24">share right (drafts left out of the fit)</text></svg>\n'
    )


if __name__ == "__main__":
    sys.exit(main())
