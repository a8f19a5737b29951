"""Questions as a file, answers as a file, for a machine that stays offline."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from checker.errors import CallError
from tests.reader.checking import CONSENT, HERE, checked, options
from tests.reader.serving import Asked, answer, completion, nothing

QUOTE = "The case officer asks each returning person for consent"


def questions(file: Path, draft: Path = CONSENT) -> list[dict[str, Any]]:
    checked(draft, options(None, batch=file))
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def asked(question: dict[str, Any]) -> Asked:
    return Asked(question["body"], question["url"], {})


def as_batch(question: dict[str, Any]) -> str:
    body = json.loads(completion(answer(asked(question), [QUOTE]), "batch-1"))
    return json.dumps({"custom_id": question["custom_id"], "response": {"status_code": 200, "body": body}})


def as_answer(question: dict[str, Any]) -> str:
    return json.dumps({"custom_id": question["custom_id"], "answer": answer(asked(question), [QUOTE])})


def as_content(question: dict[str, Any]) -> str:
    said = json.dumps(answer(asked(question), [QUOTE]))
    return json.dumps({"custom_id": question["custom_id"], "content": said, "model": "by-hand"})


def test_each_line_is_a_request_complete_in_itself(tmp_path: Path) -> None:
    found = questions(tmp_path / "out.jsonl")
    assert len(found) == 2
    for question in found:
        assert list(question) == ["custom_id", "method", "url", "body"]
        assert (question["method"], question["url"]) == ("POST", "/v1/chat/completions")
        assert question["body"]["model"] == "honest-1"
        assert "Points:" in question["body"]["messages"][1]["content"]
        assert len(question["custom_id"]) <= 64
        assert question["custom_id"].replace("-", "").replace("_", "").isalnum()
    assert found[0]["custom_id"].split("_")[2] == "SOP-07"


@pytest.mark.parametrize("form", [as_batch, as_answer, as_content])
def test_answers_come_back_in_every_form_and_any_order(tmp_path: Path, form: Any) -> None:
    lines = [form(q) for q in questions(tmp_path / "out.jsonl")]
    (tmp_path / "answers.jsonl").write_text("\n".join(reversed(lines)), "utf-8")
    found = checked(CONSENT, options(None, model=None, answers=(tmp_path / "answers.jsonl",)))
    assert found.verdicts() == {"SOP-07": "met", "SOP-08": "met"}
    assert found.lines[0].startswith("reader: 2 answers used, 0 from the cache, 0 discarded, 0 failed")


def test_what_does_not_belong_is_counted_and_left(tmp_path: Path) -> None:
    mine = questions(tmp_path / "out.jsonl")
    others = questions(tmp_path / "others.jsonl", HERE / "spread-en.md")
    outdated = {**mine[0], "custom_id": mine[0]["custom_id"][:-8] + "00000000"}
    lines = [
        as_batch(mine[0]), as_answer(mine[0]), as_answer(others[0]), as_answer(outdated), "{not json", '"a text"',
        '{"custom_id": "mine", "content": "{}"}', "",
    ]  # fmt: skip
    (tmp_path / "answers.jsonl").write_text("\n".join(lines), "utf-8")
    found = checked(CONSENT, options(None, model=None, answers=(tmp_path / "answers.jsonl",)))
    assert found.lines == [
        "reader: answers not used: 1 of another draft, 1 to an outdated question, 1 with an unknown id, 2 malformed, "
        "1 given twice (the later counts)",
        "reader: 1 answers used, 0 from the cache, 0 discarded, 0 failed, 1 without an answer",
    ]
    assert found.read["SOP-07"].read_by is not None
    assert found.read["SOP-08"] == found.unread["SOP-08"]


def test_what_is_still_open_is_written_again(tmp_path: Path) -> None:
    first = questions(tmp_path / "out.jsonl", HERE / "spread-en.md")
    more = nothing(asked(first[0])) | {"more": {"words": [], "headings": ["Annex on cardboard"]}}
    line = json.dumps({"custom_id": first[0]["custom_id"], "answer": more})
    (tmp_path / "answers.jsonl").write_text(line, "utf-8")
    checked(
        HERE / "spread-en.md", options(None, answers=(tmp_path / "answers.jsonl",), batch=tmp_path / "second.jsonl")
    )
    second = [json.loads(line) for line in (tmp_path / "second.jsonl").read_text("utf-8").splitlines()]
    assert [q["custom_id"].split("_")[2] for q in second] == ["SOP-08", "SOP-07"]
    assert "thumbprint" in second[1]["body"]["messages"][1]["content"]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="cannot be read"):
        checked(CONSENT, options(None, answers=(tmp_path / "none.jsonl",)))
