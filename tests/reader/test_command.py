"""The reader from the command line: what is told, written, sent and left."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.reader.serving import Asked, Plain, Said, answer, nothing, serving
from tests.shared_material import ROOT

SOP = ROOT / "examples" / "drafts" / "sop-reintegration-en.docx"
COMMAND = [sys.executable, "-c", "from checker.cli import main; main()", "check"]


def guidecheck(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, *map(str, arguments), "--fail-on", "never"]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


def honest(asked: Asked) -> Said:
    return answer(asked, [max(asked.passages, key=len)])


def test_a_report_with_read_verdicts_in_every_format(tmp_path: Path) -> None:
    with serving(honest) as server:
        for ending in ("json", "html", "txt"):
            done = guidecheck(
                SOP, "--reader", server.url, "--reader-model", "m-1", "--reader-limit", 5,
                "--output", tmp_path / f"report.{ending}",
            )  # fmt: skip
            assert done.returncode == 0, done.stderr
            assert f"wrote {tmp_path / f'report.{ending}'}" in done.stderr.splitlines()
    (draft,) = json.loads((tmp_path / "report.json").read_text("utf-8"))["inputs"]
    read = [r for r in draft["requirements"] if r["read_by"]]
    assert {(r["read_by"]["model"], r["read_by"]["cached"]) for r in read} == {("m-1", False)}
    assert len(read) == 5
    assert "Read by m-1" in (tmp_path / "report.html").read_text("utf-8")
    assert "A language model (m-1) read for 15 of 51" in " ".join((tmp_path / "report.txt").read_text("utf-8").split())


def test_without_the_option_nothing_is_sent() -> None:
    with serving(honest) as server:
        done = guidecheck(SOP, "--format", "json")
        assert server.asked == []
    assert all(r["read_by"] is None for r in json.loads(done.stdout)["inputs"][0]["requirements"])
    assert "reader" not in done.stderr


def test_a_preview_shows_what_would_be_sent_and_sends_nothing(tmp_path: Path) -> None:
    call = (SOP, "--reader-model", "m-1", "--reader-limit", 2, "--reader")
    with serving(nothing) as server:
        preview = guidecheck(*call, server.url, "--reader-preview", "-")
        assert server.asked == []
        guidecheck(*call, server.url, "--output", tmp_path / "report.json")
        sent = [a.body for a in server.asked]
    assert (preview.returncode, preview.stderr) == (0, "")
    for body in sent:
        for message in body.pop("messages"):
            assert f"[{message['role']}]\n{message['content']}\n" in preview.stdout
        assert json.dumps(body, ensure_ascii=False) in preview.stdout


def test_the_batch_road(tmp_path: Path) -> None:
    questions, answers = tmp_path / "questions.jsonl", tmp_path / "answers.jsonl"
    done = guidecheck(SOP, "--reader-batch", questions, "--reader-model", "m-1", "--output", tmp_path / "unread.json")
    assert "wrote" in done.stderr
    with answers.open("w", encoding="utf-8") as file:
        for line in questions.read_text("utf-8").splitlines():
            question = json.loads(line)
            said = nothing(Asked(question["body"], "", {}))
            file.write(json.dumps({"custom_id": question["custom_id"], "answer": said, "model": "by-mail"}) + "\n")
    done = guidecheck(SOP, "--reader-answers", answers, "--output", tmp_path / "read.json")
    assert "reader: 51 answers used" in done.stderr
    (draft,) = json.loads((tmp_path / "read.json").read_text("utf-8"))["inputs"]
    assert {r["read_by"]["model"] for r in draft["requirements"]} == {"by-mail"}


WRONG = [
    (("--reader", "http://localhost:1/v1"), "give --reader-model"),
    (("--reader", "file:///etc/passwd", "--reader-model", "m"), "is no http address"),
    (("--reader", "", "--reader-model", "m"), "is no http address"),
    (("--reader-model", "m"), "there is nobody to read"),
    (("--reader-answers", "nowhere.jsonl"), "cannot be read"),
    (("--reader-preview", "-", "--reader-batch", "/nowhere/x.jsonl", "--reader-model", "m"), "nothing to preview"),
    (("--reader-batch", "/nowhere/x.jsonl", "--reader-model", "m"), "cannot be written"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG, ids=[said for _, said in WRONG])
def test_a_wrong_call_is_one_line(arguments: tuple[str, ...], said: str) -> None:
    done = guidecheck(SOP, *arguments)
    assert done.returncode == 2
    assert said in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


def test_a_wrong_key_is_one_line_and_no_report() -> None:
    with serving(lambda asked: Plain(401)) as server:
        done = guidecheck(SOP, "--reader", server.url, "--reader-model", "m")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1].endswith("the reader does not let this key in (401); set GUIDECHECK_READER_KEY")


def test_stopped_by_hand_it_keeps_what_was_answered(cache: Path) -> None:
    def slow_after_three(asked: Asked) -> Said:
        if len(server.asked) > 3:
            time.sleep(20)
        return nothing(asked)

    with serving(slow_after_three) as server:
        call = [*COMMAND, str(SOP), "--reader", server.url, "--reader-model", "m", "--reader-concurrency", "1"]
        running = subprocess.Popen(call, stderr=subprocess.PIPE, text=True, cwd=ROOT, env=os.environ)
        until = time.monotonic() + 60
        while len(server.asked) < 4 and time.monotonic() < until:
            time.sleep(0.1)
        running.send_signal(signal.SIGINT)
        _, told = running.communicate(timeout=15)
    assert running.returncode == 130
    assert told.splitlines()[-1] == "guidecheck: stopped; 3 of 51 answers came and are kept"
    assert len(list(cache.rglob("*.json"))) == 3
