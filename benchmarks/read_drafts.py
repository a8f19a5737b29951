"""A reader's agreement with gold verdicts on the development drafts: questions out, answers in, figures.

usage: python -m benchmarks.read_drafts FOLDER [--doubt] [--carry]

FOLDER holds answers as *.answers.jsonl, none at first. Each run reads them and leaves in NAME.questions.jsonl what is
still to be asked: first questions, second ones, and with --doubt those that read against what was read as met. Only
requirements with a gold verdict that both readers agree on are asked. --carry also takes answers that were given to an
older wording of the same question about the same requirement; they are counted apart.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from pathlib import Path

from benchmarks.score_drafts import SHARED, score
from checker.check import Options, check
from checker.knowledge import load
from checker.reader import ReaderOptions
from checker.reports import render

_DOUBT = "=== quotes of the first reading "


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--doubt", action="store_true")
    arguments.add_argument("--carry", action="store_true")
    asked = arguments.parse_args()
    drafts = SHARED / "drafts" / "dev"
    if not drafts.is_dir():
        print(f"{drafts} is not there: the development drafts lie beside the checkout", file=sys.stderr)
        return 2
    asked.folder.mkdir(parents=True, exist_ok=True)
    pairs: list[str] = []
    for row in csv.DictReader((drafts / "INDEX.csv").open(encoding="utf-8")):
        gold = drafts / f"{row['name']}.gold.csv"
        agreed = {g["requirement"] for g in csv.DictReader(gold.open(encoding="utf-8")) if g["status"] == "agreed"}
        report, left, carried = _read(asked, drafts / f"{row['name']}.{row['format']}", row, agreed)
        pairs += [str(report), str(gold)]
        found = score(pairs[-2:])
        print(
            f"{row['name']:18} {row['language']} {found['rows']:3} rows, macro-F1 {found['macro_f1']:.3f}, "
            f"met {found['met']['precision']:.3f}, {left} questions open, {carried} answers carried over"
        )
    print(json.dumps(score(pairs), indent=1))
    return 0


def _read(asked: argparse.Namespace, draft: Path, row: dict[str, str], agreed: set[str]) -> tuple[Path, int, int]:
    """The report, how many questions are open and how many answers were carried over; rounds until nothing moves."""
    knowledge = load()
    open_ = asked.folder / f"{row['name']}.questions.jsonl"
    moved = asked.folder / f"{row['name']}.carried.jsonl"
    moved.write_text("", encoding="utf-8")
    given = sorted(asked.folder.glob("*.answers.jsonl"))
    carried = 0
    while True:
        reader = ReaderOptions(model="careful", batch=open_, answers=(*given, moved), doubt=asked.doubt)
        outcome = check([draft], knowledge, Options(kind=row["kind"], language=row["language"], reader=reader))
        for error in outcome.errors:
            print(error.line, file=sys.stderr)
        questions = [q for q in map(json.loads, open_.open(encoding="utf-8")) if _about(q) in agreed]
        older = _carried(questions, given) if asked.carry else []
        if not older:
            break
        carried += len(older)
        with moved.open("a", encoding="utf-8") as stream:
            stream.writelines(json.dumps(a, ensure_ascii=False) + "\n" for a in older)
    open_.write_text("".join(json.dumps(q, ensure_ascii=False) + "\n" for q in questions), encoding="utf-8")
    report = asked.folder / f"{row['name']}.json"
    report.write_text(render(outcome.report, "json", {}), encoding="utf-8")
    return report, len(questions), carried


def _about(question: dict) -> str:
    return str(question["custom_id"]).split("_")[2]


def _carried(questions: list[dict], given: list[Path]) -> list[dict]:
    """Answers to older wordings of these questions; a doubt answers no first question, and the other way round."""
    older: dict[tuple[str, str, bool], dict] = {}
    for file in given:
        for answer in map(json.loads, file.open(encoding="utf-8")):
            _, draft, requirement, *_ = answer["custom_id"].split("_")
            older[draft, requirement, "doubt" in file.name] = answer["answer"]
    found = []
    for question in questions:
        _, draft, requirement, *_ = question["custom_id"].split("_")
        doubts = _DOUBT in question["body"]["messages"][-1]["content"]
        if (draft, requirement, doubts) in older:
            said = {**older[draft, requirement, doubts], "more": None}
            found.append({"custom_id": question["custom_id"], "answer": said})
    return found


if __name__ == "__main__":
    sys.exit(main())
