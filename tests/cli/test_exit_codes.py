"""What a call ends with, and the line that says why: exit_codes.csv has a row for each way."""

from __future__ import annotations

import csv
import shlex
import sys
from pathlib import Path

import click
import pytest

from checker.cli import cli, main
from tests.shared_material import ROOT

RDF = ROOT / "tests" / "shapes" / "sop-and-data"
with (Path(__file__).parent / "exit_codes.csv").open(encoding="utf-8", newline="") as _table:
    ROWS = list(csv.DictReader(_table))


@pytest.fixture
def drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("pass", "fail"):
        (tmp_path / f"{name}.ttl").write_text((RDF / f"SOP-07-{name}.ttl").read_text("utf-8"), "utf-8")
    misspelt = (RDF / "SOP-07-pass.ttl").read_text("utf-8").replace("gc:hasTiming", "gc:hasTimming")
    (tmp_path / "misspelt.ttl").write_text(misspelt, "utf-8")
    (tmp_path / "broken.ttl").write_text("this is no Turtle", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ended(call: str, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "argv", ["guidecheck", *shlex.split(call)])
    with pytest.raises(SystemExit) as done:
        main()
    assert isinstance(done.value.code, int)
    return done.value.code


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["call"])
def test_codes(
    row: dict[str, str], drafts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    call = row["call"] + (" --output out.json" if row["says"] == "wrote out" else "")
    assert ended(call, monkeypatch) == int(row["code"])
    said = capsys.readouterr().err
    assert row["says"] in said
    assert all(line.startswith(("guidecheck: ", "wrote ")) for line in said.splitlines())


def test_what_the_tool_fails_at_ends_with_3_and_no_traceback(
    drafts: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("no room")

    monkeypatch.setattr("checker.check.check", fails)
    monkeypatch.delenv("GUIDECHECK_DEBUG", raising=False)
    assert ended("check fail.ttl", monkeypatch) == 3
    assert (
        capsys.readouterr().err
        == "guidecheck: the tool failed (RuntimeError: no room); set GUIDECHECK_DEBUG=1 for more\n"
    )


@pytest.mark.parametrize("path", ["guidecheck", "guidecheck check"])
def test_the_help_tells_the_codes(path: str) -> None:
    command = dict(commands(cli))[path]
    said = " ".join(command.get_help(click.Context(command)).split())
    assert "Exit codes: 0 fine, 1 requirements fall short, 2 the input or the call is wrong, 3 the tool failed." in said


def commands(command: click.Command, path: str = "guidecheck") -> list[tuple[str, click.Command]]:
    context, found = click.Context(command), [(path, command)]
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below
            found += commands(below, f"{path} {name}")
    return found


@pytest.mark.parametrize(("path", "command"), commands(cli), ids=lambda value: str(value))
def test_every_command_says_what_its_options_do(path: str, command: click.Command) -> None:
    assert command.help
    assert command is cli or not command.get_short_help_str(62).endswith("...")
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help or option.show_default, (path, option.name)
            if option.name in ("profile", "kind", "language"):
                assert option.metavar in ("PROFILE", "KIND", "LANG"), (path, option.name)
