"""Several reports in one run: what goes where, what is shown, what the command ends with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from checker.cli import cli
from checker.errors import CallError
from tests.shared_material import ROOT

PASS, FAIL = (ROOT / "tests" / "shapes" / "sop-and-data" / f"SOP-07-{end}.ttl" for end in ("pass", "fail"))


def check(*arguments: str | Path) -> tuple[int, str, str]:
    """Exit code, standard output and standard error."""
    done = CliRunner().invoke(cli, ["check", *map(str, arguments)], standalone_mode=False)
    if done.exception:
        raise done.exception
    return done.return_value, done.stdout, done.stderr


def test_each_format_goes_to_the_output_after_it_and_the_last_is_printed(tmp_path: Path) -> None:
    sarif, junit, page = tmp_path / "a.json", tmp_path / "b.xml", tmp_path / "c.html"
    code, printed, _ = check(
        FAIL, "--format", "sarif", "--output", sarif, "--format", "junit", "--output", junit, "--output", page,
        "--format", "github",
    )  # fmt: skip
    assert code == 1
    assert json.loads(sarif.read_text("utf-8"))["version"] == "2.1.0"
    assert junit.read_text("utf-8").startswith("<?xml")
    assert page.read_text("utf-8").startswith("<!doctype html>")
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in printed.splitlines())


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("r.sarif", "{\n"),
        ("r.sarif.json", '{\n "$schema"'),
        ("r.xml", "<?xml"),
        ("r.md", "# guidecheck"),
        ("r.CSV", "file,line"),
        ("r.ttl", "@prefix"),
        ("r.earl.ttl", "@prefix"),
        ("r.txt", ""),
    ],
)
def test_endings_name_formats(tmp_path: Path, name: str, begins: str) -> None:
    code, printed, said = check(PASS, "--fail-on", "never", "--output", tmp_path / name)
    assert (code, printed) == (0, "")
    assert said.startswith("wrote ")
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "sarif", "--format", "junit"), "sarif and junit would both go to standard output"),
        (("--format", "sarf"), "unknown format 'sarf'; did you mean sarif"),
        (("--output", "r.xyz", "--format", "sarif"), "no format follows from 'r.xyz'; give --format before it"),
        (("--output", "r.xml", "--output", "./r.xml"), "r.xml: two formats would go to one file"),
    ],
)
def test_what_cannot_be_is_said_on_one_line(arguments: tuple[str, ...], said: str) -> None:
    with pytest.raises(CallError) as raised:
        check(FAIL, *arguments)
    assert said in raised.value.line
    assert "\n" not in raised.value.line


def test_what_is_shown_does_not_change_what_fails(tmp_path: Path) -> None:
    def shown(show: str) -> tuple[int, set[str]]:
        code, printed, _ = check(FAIL, "--format", "json", "--show", show, "--fail-on", "should")
        return code, {r["strength"] for i in json.loads(printed)["inputs"] for r in i["requirements"]}

    assert shown("must") == (1, {"must"})
    assert shown("should") == (1, {"must", "should"})
    assert shown("all")[1] >= {"must", "should"}
    assert check(FAIL, "--show", "must", "--fail-on", "never")[0] == 0


def test_a_file_that_cannot_be_read_is_in_the_reports_with_its_line(tmp_path: Path) -> None:
    bad, sarif = tmp_path / "bad.ttl", tmp_path / "r.sarif"
    bad.write_text("\n\nthis is not turtle", "utf-8")
    code, printed, said = check(bad, "--output", sarif, "--format", "github")
    assert code == 2
    assert printed.startswith(f"::error file={bad},line=3,col=1::not valid Turtle")
    assert said.startswith(f"guidecheck: {bad}:3: ")
    (invocation,) = json.loads(sarif.read_text("utf-8"))["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False


def test_the_name_of_a_file_cannot_forge_a_line(tmp_path: Path) -> None:
    bad = tmp_path / "x\n::error::forged\x1b[31m\u202e ##[add-mask]a.ttl"
    bad.write_text("no", "utf-8")
    command = [sys.executable, "-c", "from checker.cli import main; main()", "check", str(bad), "--format", "github"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 2
    assert done.stdout.count("\n") == done.stderr.count("\n") == 1
    assert not set(done.stdout + done.stderr) & set("\x1b\u202e")
    assert "##[" not in done.stderr


def test_reports_in_the_folder_of_the_drafts_are_no_drafts(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text(PASS.read_text("utf-8"), "utf-8")
    outputs = [tmp_path / name for name in ("r.ttl", "r.md", "r.xml", "r.html", "r.txt", "new/r.sarif.json")]
    call = [tmp_path, "--fail-on", "never", *(part for output in outputs for part in ("--output", output))]
    for _ in range(2):
        assert check(*call)[0] == 0
    (run,) = json.loads(outputs[-1].read_text("utf-8"))["runs"]
    assert [artifact["location"]["uri"].rpartition("/")[2] for artifact in run["artifacts"]] == ["a.ttl"]


def test_a_report_never_takes_the_place_of_the_draft(tmp_path: Path) -> None:
    draft = tmp_path / "a.ttl"
    draft.write_text(PASS.read_text("utf-8"), "utf-8")
    with pytest.raises(CallError, match="the draft's place"):
        check(draft, "--format", "shacl", "--output", tmp_path / "x" / ".." / "a.ttl")
    assert draft.read_text("utf-8") == PASS.read_text("utf-8")


@pytest.mark.parametrize("name", ["b.ttl", "b.md", "b.html", "b.txt"])
def test_nor_that_of_another_draft_in_the_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.ttl").write_text(PASS.read_text("utf-8"), "utf-8")
    other = tmp_path / name
    other.write_text(PASS.read_text("utf-8") if name == "b.ttl" else "The programme helps returning migrants.", "utf-8")
    before = other.read_bytes()
    with pytest.raises(CallError, match=f"{name}: the report would take the draft's place"):
        check(tmp_path, "--output", other, *(("--format", "text") if name == "b.txt" else ()))
    assert other.read_bytes() == before


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
def test_a_name_that_is_not_utf_8_is_told_and_the_others_are_checked(tmp_path: Path) -> None:
    for name in (b"\xe9t\xe9.ttl", b"a.ttl"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(PASS.read_bytes())
    code, printed, said = check(tmp_path, "--fail-on", "never", "--format", "json")
    assert code == 2
    assert "the file's name is not in UTF-8; rename it" in said
    assert [Path(one["path"]).name for one in json.loads(printed)["inputs"]] == ["a.ttl"]


def test_whoever_stops_reading_does_not_change_how_it_ends() -> None:
    command = [sys.executable, "-c", "from checker.cli import main; main()", "check", str(FAIL), "--format", "sarif"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
    assert process.returncode == 1


def test_the_file_that_a_shell_prints_to_is_no_draft(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_bytes(PASS.read_bytes())
    command = [sys.executable, "-c", "from checker.cli import main; main()", "check", ".", "--fail-on", "never"]
    with (tmp_path / "summary.md").open("wb") as out:
        done = subprocess.run(
            [*command, "--format", "markdown"], stdout=out, stderr=subprocess.PIPE, check=False, cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "summary" not in (tmp_path / "summary.md").read_text("utf-8")
