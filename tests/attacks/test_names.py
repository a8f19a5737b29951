"""File names that are commands to a terminal, a header or a file system stay names."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import cli
from checker.check import Step, check
from checker.commands.terminal import Progress
from checker.filenames import safe_name
from checker.knowledge import load
from checker.reports import FORMATS, render
from checker.sent_back import file_name
from checker.sent_back.registry import WRITERS
from checker.unseen import one_line
from tests.reports.sample import HOSTILE, texts
from tests.sent_back.materials import word

NAMES = (
    'a"\r\nContent-Type: text/html\r\n\r\n<script>alert(1)</script>.docx',
    "a\x1b]0;owned\x07\x1b[2J.docx",
    "Plan\u202excod.exe",
    "..\\..\\Windows\\a.docx",
    "../../../etc/cron.d/x.docx",
    "CON\x00.docx",
    "=cmd|'/c calc'!A0.docx",
    HOSTILE,
)
ACTING = re.compile('[\x00-\x1f\x7f\x80-\x9f\u202a-\u202e\u2066-\u2069/\\\\"<>|:*?;]')


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_names_of_files_sent_back(name: str) -> None:
    material = word("We meet.")
    material = replace(material, draft=replace(material.draft, path=name, name=name))
    for writer in WRITERS:
        made = file_name(material, writer)
        assert not ACTING.search(made), made
        assert made == Path(made).name
        assert not made.startswith((".", "=", "+", "@"))


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_names_of_uploads(name: str) -> None:
    assert not ACTING.search(safe_name(name))


@given(st.text(max_size=400), st.sampled_from(["", ".docx", ".\u6f22\u5b57.ttl", "/..", "\0"]))
def test_any_name_of_an_upload_is_one_that_a_folder_can_hold(name: str, ending: str) -> None:
    safe = safe_name(name + ending)
    assert 0 < len(safe.encode()) <= 255
    assert Path(safe).name == safe
    assert safe not in (".", "..")


def test_errors_in_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["guidecheck", "check", "a\x1b[2J\u202egpj\x07.docx"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert not re.search("[\x1b\x07\u202e]", said)
    assert "[U+001B]" in said


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "good.txt", "--output", "{name}.html", "--fail-on=never"),
        ("check", "good.txt", "--write-baseline", "{name}.json", "--fail-on=never"),
        ("check", "{name}.txt", "--fail-on=never"),
        ("read", "{name}.txt"),
        ("new", "sop", "--output", "{name}.xlsx"),
    ],
    ids=lambda arguments: " ".join(arguments[:3:2]),
)
def test_what_was_done_in_a_terminal(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "a\x1b]0;owned\x07\u202eb"
    for draft in ("good", name):
        (tmp_path / f"{draft}.txt").write_text("We meet once a month. Return is voluntary.")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["guidecheck", *(one.format(name=name) for one in arguments)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 0
    said = capsys.readouterr()
    assert not re.search("[\x1b\x07\u202e]", said.err + said.out)


@pytest.mark.skipif(sys.platform == "win32", reason="has no such terminals")
@pytest.mark.parametrize("name", ["a\x1b]0;owned\x07b.txt", "a[b][", "a[", "[red]a\u202eb.txt"])
def test_names_in_the_bar_of_a_terminal(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a file that is at work."""
    import pty

    ours, theirs = pty.openpty()
    with monkeypatch.context() as patched, open(theirs, "w", encoding="utf-8") as terminal:  # noqa: PTH123 - no path
        patched.setattr(sys, "stderr", terminal)
        patched.setenv("TERM", "xterm")
        with Progress() as progress:
            progress(Step(Path(name), 0, 1))
            progress.tell(f"asked about {name}")
    said = b""
    with contextlib.suppress(OSError):  # which is how the end of a terminal is told
        while piece := os.read(ours, 65536):
            said += piece
    os.close(ours)
    shown = said.decode("utf-8", "replace")
    assert one_line(name) in shown
    assert not re.search("\x1b\\]|\x07|\u202e", shown)


@pytest.mark.parametrize("format", FORMATS)
def test_ids_that_turn_the_direction_of_what_follows(format: str, tmp_path: Path) -> None:
    """In the IRI of a draft, of a statement and of a class, which are shown where there is no name."""
    file = tmp_path / "d\u202egpj.ttl"
    file.write_text(
        "@prefix gc: <https://w3id.org/guidecheck/ontology#> . <http://e/d\u202egpj> a gc:SopDraft ; "
        "gc:states <http://e/\u2066s> . <http://e/\u2066s> a gc:Action\u202dy , <http://e/\u200fC> .",
        "utf-8",
    )
    report = check([file], load()).report
    made = render(report, format, texts("en"))
    if format in ("text", "markdown", "github", "gitlab", "junit", "csv", "html"):
        assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", made)
