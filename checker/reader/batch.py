"""Questions as a file for a machine that may send them, and answers from a file."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.errors import CallError, writing
from checker.reader.question import Question
from checker.reader.replies import LONGEST_NAME, Reply, body_of, now, reply_of
from checker.reports.display import shorten

_LONGEST = 1_000_000
"""Characters of one line of answers."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Replies by question id, with how many lines were no answer and how many answered again."""

    by_id: Mapping[str, Reply]
    malformed: int
    duplicates: int


def batch_lines(questions: Sequence[Question], model: str) -> Iterator[str]:
    """One request a line, complete in itself, in the batch form of the common APIs."""
    for question in questions:
        yield json.dumps(
            {
                "custom_id": question.id,
                "method": "POST",
                "url": "/v1/chat/completions",
                "body": body_of(question, model),
            },
            ensure_ascii=False,
        )


def write(file: Path, text: str) -> None:
    """To the file, or where it is ``-`` to standard output. Raises CallError where it cannot be written."""
    if str(file) == "-":
        sys.stdout.write(text)
        return
    with writing("the questions", file):
        file.write_text(text, encoding="utf-8")


def read_answers(files: Sequence[Path]) -> Answers:
    """In any order; of two answers to one question the later counts. Raises CallError where a file cannot be read."""
    by_id: dict[str, Reply] = {}
    malformed = duplicates = 0
    for file in files:
        for line in _lines(file):
            found = _reply(line)
            if found is None:
                malformed += 1
                continue
            id_, reply = found
            duplicates += id_ in by_id
            by_id[id_] = reply
    return Answers(by_id, malformed, duplicates)


def _lines(file: Path) -> Iterator[str]:
    try:
        with file.open(encoding="utf-8-sig", errors="replace") as lines:
            while line := lines.readline(_LONGEST + 1):
                if line.strip():
                    yield line
    except OSError as error:
        raise CallError(
            f"the answers cannot be read ({error.strerror or error})", where=str(file), remedy="name another file"
        ) from error


def _reply(line: str) -> tuple[str, Reply] | None:
    """The question's id with its reply, in the batch form or a plain one; None where the line is neither."""
    try:
        found: Any = json.loads(line)
        id_ = found["custom_id"]
        if not isinstance(id_, str):
            return None
        if isinstance(found.get("answer"), dict):
            return id_, Reply(content=json.dumps(found["answer"]), model=_model(found), time=now())
        if isinstance(found.get("content"), str):
            return id_, Reply(content=found["content"], model=_model(found), time=now())
        response = found["response"]
        if found.get("error") or response.get("status_code", 200) != 200:
            return id_, Reply(why="status", detail="the batch says so")
        return id_, reply_of(response["body"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _model(found: dict[str, Any]) -> str:
    return shorten(found["model"], LONGEST_NAME) if isinstance(found.get("model"), str) else ""
