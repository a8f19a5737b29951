"""Agreement with gold verdicts on the development drafts, printed as the scoring tool gives it.

usage: python benchmarks/score_drafts.py [--given] [--only NAME] [--keep FOLDER]

The drafts and the scoring tool lie beside the checkout, in ../shared (or where GUIDECHECK_SHARED points).
Kind and language are found out by the product; --given takes them from the index instead.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from checker.check import Options, check
from checker.knowledge import load
from checker.reports import render

SHARED = Path(os.environ.get("GUIDECHECK_SHARED", Path(__file__).resolve().parents[2] / "shared"))


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--given", action="store_true", help="take kind and language from the index")
    arguments.add_argument("--only", help="one draft by name")
    arguments.add_argument("--keep", type=Path, help="write the reports into this folder")
    asked = arguments.parse_args()
    drafts = SHARED / "drafts" / "dev"
    if not drafts.is_dir():
        print(f"{drafts} is not there: the development drafts lie beside the checkout", file=sys.stderr)
        return 2
    rows = list(csv.DictReader((drafts / "INDEX.csv").open(encoding="utf-8")))
    knowledge = load()
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        pairs: list[str] = []
        print(
            f"{'draft':18} {'kind found':24} {'lang':4} {'rows':>4} "
            f"{'acc':>6} {'F1':>6} {'met P':>6} {'hit@8':>6} {'s':>5}"
        )
        for row in rows:
            if asked.only and row["name"] != asked.only:
                continue
            file = drafts / f"{row['name']}.{row['format']}"
            given = {"kind": row["kind"], "language": row["language"]} if asked.given else {}
            start = time.perf_counter()
            outcome = check([file], knowledge, Options(**given))
            seconds = time.perf_counter() - start
            for error in outcome.errors:
                print(error.line, file=sys.stderr)
            report = folder / f"{row['name']}.json"
            report.write_text(render(outcome.report, "json", {}), encoding="utf-8")
            pair = [str(report), str(drafts / f"{row['name']}.gold.csv")]
            pairs += pair
            found = outcome.report.inputs[0]
            scored = score(pair)
            kind = found.kind + ("" if found.kind == row["kind"] else " (wrong)")
            print(
                f"{row['name']:18} {kind:24} {found.language:4} {scored['rows']:4} {scored['accuracy']:6.3f} "
                f"{scored['macro_f1']:6.3f} {scored['met']['precision']:6.3f} {scored['evidence_hit_at_8']:6.3f} "
                f"{seconds:5.1f}"
            )
        print(json.dumps(score(pairs), indent=1))
    return 0


def score(pairs: list[str]) -> dict:
    tool = SHARED / "tools" / "score.py"
    done = subprocess.run([sys.executable, str(tool), "--pairs", *pairs], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


if __name__ == "__main__":
    sys.exit(main())
