"""Every command shown is understood; those in blocks are run as commands.csv says, or it says why not."""

from __future__ import annotations

import csv
import json
import shlex
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from checker.cli import cli
from tests.docs.shown import Shown, shown
from tests.shared_material import ROOT

with (ROOT / "tests" / "docs" / "commands.csv").open(encoding="utf-8", newline="") as _table:
    ROWS = list(csv.DictReader(_table))
ALL = shown()
RUN = sorted({row["page"] for row in ROWS if row["exit"]})


def understood(words: tuple[str, ...], only_named: bool = False) -> click.Command:
    """The command, once click has taken every option and argument; `only_named`: it may stand without what it needs."""
    command: click.Command = cli
    context = cli.make_context("guidecheck", list(words))
    while isinstance(command, click.Group):
        name, below, rest = command.resolve_command(context, [*context._protected_args, *context.args])
        assert name and below
        if only_named and not rest:
            return below
        try:
            context, command = below.make_context(name, rest, parent=context), below
        except click.exceptions.Exit as done:  # --help ends it
            assert done.exit_code == 0
            return below
    return command


@pytest.mark.parametrize("command", ALL, ids=lambda shown: f"{shown.page}: {shown.text}")
def test_a_command_is_understood(command: Shown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.ttl").touch()
    monkeypatch.chdir(tmp_path)
    assert understood(command.words, only_named=not command.block)


@pytest.mark.parametrize(
    "wrong", ["chek draft.docx", "check draft.docx --formt json", "explain", "portfolio chek data"]
)
def test_a_wrong_command_is_not(wrong: str) -> None:
    with pytest.raises(click.UsageError):
        understood(tuple(shlex.split(wrong)))


def test_each_command_in_a_block_has_its_row() -> None:
    """A new command on a page wants a row: its exit code, or why it is only parsed. A row without its command goes."""
    assert [(row["page"], row["command"]) for row in ROWS if not row["exit"] and not row["only parsed because"]] == []
    told = {(row["page"], tuple(shlex.split(row["command"]))) for row in ROWS}
    assert {(command.page, command.words) for command in ALL if command.block} == told


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what the pages speak of."""
    programme = ROOT / "examples" / "cases" / "two-shores-joint-project.ttl"
    falls_short = ROOT / "tests" / "shapes" / "sop-and-data" / "SOP-07-fail.ttl"
    (tmp_path / "data").mkdir()
    shutil.copy(falls_short, tmp_path / "data" / "a.ttl")
    shutil.copy(programme, tmp_path / "programme.ttl")
    shutil.copy(ROOT / "examples" / "iati" / "reintegration-activities.xml", tmp_path / "activities.xml")
    for folder in ("drafts", "profiles"):
        shutil.copytree(ROOT / "examples" / folder, tmp_path / "examples" / folder)
    for name in ("draft.docx", "proposal.docx"):
        shutil.copy(ROOT / "examples" / "drafts" / "sop-reintegration-en.docx", tmp_path / name)
    (tmp_path / "proposals").mkdir()
    for name in ("one.ttl", "two.ttl"):
        shutil.copy(programme, tmp_path / "proposals" / name)
    (tmp_path / "question.rq").write_text("SELECT ?s { ?s a ?kind } LIMIT 3", "utf-8")
    monkeypatch.setenv("GUIDECHECK_STORE", str(tmp_path / "reviews"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


BEFORE = {
    "docs/how-to/ask-the-graph.md": ["portfolio check data --output results", "check data --output report.json"],
    "docs/how-to/see-a-portfolio.md": ["portfolio check data --output results"],
}
"""What a page takes as done."""


def called(command: str) -> int:
    done = CliRunner().invoke(cli, shlex.split(command), standalone_mode=False)
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return int(done.return_value or 0)


@pytest.mark.parametrize("page", RUN)
def test_the_commands_of_a_page_run_in_their_order(page: str, scene: Path) -> None:
    for command in BEFORE.get(page, []):
        called(command)
    for row in ROWS:
        if row["page"] == page and row["exit"]:
            if row["command"].startswith("check commented.docx"):
                mend(scene / "commented.docx")
            assert called(row["command"]) == int(row["exit"]), row["command"]
            for name in row["writes"].split():
                assert (scene / name).exists(), row["command"]
    if "tutorial" in page:
        assert verdicts("commented.docx")["SOP-09"] == "met"
        assert verdicts("examples/drafts/sop-reintegration-en.docx")["SOP-09"] == "partly-met"


def verdicts(draft: str) -> dict[str, str]:
    called(f"check {draft} --output verdicts.json")
    (read,) = json.loads(Path("verdicts.json").read_text("utf-8"))["inputs"]
    return {row["id"]: row["verdict"] for row in read["requirements"]}


def mend(draft: Path) -> None:
    """As the tutorial asks in its last step."""
    import docx

    document = docx.Document(str(draft))
    paragraphs = iter(document.paragraphs)
    next(p for p in paragraphs if p.text.startswith("5.3"))
    next(paragraphs).add_run(" A mental health professional alone decides on the exception.")
    document.save(str(draft))
