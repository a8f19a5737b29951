"""Settings, waivers, baselines and strictness as a person meets them on the command line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.shared_material import ROOT

RDF = ROOT / "tests" / "shapes" / "sop-and-data"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two drafts, one of which lacks consent, and a setting that lets consent count."""
    (tmp_path / ".git").mkdir()
    data = tmp_path / "data"
    data.mkdir()
    for name in ("pass", "fail"):
        (data / f"{name}.ttl").write_text((RDF / f"SOP-07-{name}.ttl").read_text("utf-8"), "utf-8")
    (tmp_path / "only.ttl").write_text(
        "@prefix gc: <https://w3id.org/guidecheck/ontology#> .\n@prefix prof: <http://www.w3.org/ns/dx/prof/> .\n"
        "@prefix gcr: <https://w3id.org/guidecheck/requirement/> .\n"
        "<urn:x> a prof:Profile ; prof:hasToken 'only' ; prof:isProfileOf gc:everything-profile ;\n"
        f"  gc:drops {', '.join(f'gc:{t}-theme' for t in other_themes())} .\n",
        "utf-8",
    )
    (tmp_path / "guidecheck.toml").write_text(
        'paths = ["data"]\nprofile = "only.ttl"\nfail-on = "may"\nformats = ["json:report.json"]\n', "utf-8"
    )
    return tmp_path


def other_themes() -> list[str]:
    from checker.knowledge import load

    return [theme for theme in load().themes if theme != load().requirements["SOP-07"].theme]


def guidecheck(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from checker.cli import main; main()", *arguments]
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder, env=env)


def outcomes(folder: Path) -> dict[str, list[dict[str, object]]]:
    report = json.loads((folder / "report.json").read_text("utf-8"))
    return {Path(i["path"]).name: i["requirements"] for i in report["inputs"]}


def test_a_call_without_words_does_what_the_file_says(repository: Path) -> None:
    done = guidecheck(repository, "check")
    assert (done.returncode, done.stdout) == (1, "")
    assert set(outcomes(repository)) == {"fail.ttl", "pass.ttl"}
    assert {"SOP-07"} <= {str(r["id"]) for r in outcomes(repository)["fail.ttl"]}
    assert len(outcomes(repository)["fail.ttl"]) < 40


def test_the_command_line_comes_before_environment_and_file(repository: Path) -> None:
    assert guidecheck(repository, "check", GUIDECHECK_FAIL_ON="never").returncode == 0
    assert guidecheck(repository, "check", "--fail-on", "may", GUIDECHECK_FAIL_ON="never").returncode == 1
    done = guidecheck(repository, "check", "--no-config", GUIDECHECK_FAIL_ON="never")
    assert done.returncode == 2 and "Missing argument" in done.stderr
    (repository / "report.json").unlink()
    done = guidecheck(repository, "check", "--exclude", "fail.ttl", "--format", "text", "data")
    assert "fail.ttl" not in done.stdout
    assert not (repository / "report.json").exists()


def test_what_is_shown_of_settings_says_where_it_comes_from(repository: Path) -> None:
    done = guidecheck(repository, "config", "show", "data", GUIDECHECK_STRICT="1")
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert lines[0] == f"# {repository / 'guidecheck.toml'}"
    assert 'fail-on = "may" # guidecheck.toml:3' in lines
    assert "strict = true # GUIDECHECK_STRICT" in lines
    assert 'show = "all" # default' in lines


def test_a_wrong_setting_ends_the_run(repository: Path) -> None:
    (repository / "guidecheck.toml").write_text("fail_on = 'must'", "utf-8")
    done = guidecheck(repository, "check", "data")
    assert (done.returncode, done.stderr) == (
        2, "guidecheck: guidecheck.toml:1: unknown setting 'fail_on'; did you mean fail-on?\n",
    )  # fmt: skip


def test_waivers_are_found_and_expired_ones_told(repository: Path) -> None:
    waiver = '[[waiver]]\nrequirement = "*"\ntarget = "data/*"\nreason = "Pilot"\nwho = "A. Person"\nuntil = {}\n'
    (repository / ".guidecheck-waivers.toml").write_text(waiver.format("2999-01-01"), "utf-8")
    assert guidecheck(repository, "check").returncode == 0
    issues = [r for r in outcomes(repository)["fail.ttl"] if r["verdict"] in ("not-stated", "partly-met", "not-met")]
    assert issues and all(r["waived_by"] for r in issues)
    (repository / ".guidecheck-waivers.toml").write_text(waiver.format("2020-01-01"), "utf-8")
    done = guidecheck(repository, "check")
    assert done.returncode == 1
    assert ".guidecheck-waivers.toml:1: The waiver of * for data/* ended on 2020-01-01" in done.stderr


def test_only_what_a_baseline_does_not_hold_fails(repository: Path) -> None:
    done = guidecheck(repository, "check", "--write-baseline", "base.json")
    assert done.returncode == 0 and "wrote base.json: " in done.stderr
    text = (repository / "data" / "fail.ttl").read_text("utf-8")
    (repository / "data" / "fail.ttl").unlink()
    (repository / "data" / "renamed.ttl").write_text("# moved\n\n\n" + text, "utf-8")
    assert guidecheck(repository, "check", "--baseline", "base.json").returncode == 0
    more = text.replace("ex:draft", "ex:another")
    (repository / "data" / "new.ttl").write_text(more, "utf-8")
    assert guidecheck(repository, "check", "--baseline", "base.json").returncode == 1
    (repository / "data" / "new.ttl").unlink()
    (repository / "data" / "renamed.ttl").unlink()
    assert "Issues of the baseline that are gone" in guidecheck(repository, "check", "--baseline", "base.json").stderr


def test_what_would_pass_in_silence_is_told_and_strict_ends_with_2(repository: Path) -> None:
    file = repository / "data" / "pass.ttl"
    file.write_text(file.read_text("utf-8").replace("gc:hasTiming", "gc:hasTimming"), "utf-8")
    done = guidecheck(repository, "check", "--fail-on", "never")
    assert done.returncode == 0
    assert "warning: data/pass.ttl:12: No property is called gc:hasTimming" in done.stderr
    assert guidecheck(repository, "check", "--fail-on", "never", "--strict").returncode == 2
    file.write_text(file.read_text("utf-8").replace("gc:SopDraft", "gc:SopDraf"), "utf-8")
    done = guidecheck(repository, "check", "data/pass.ttl")
    assert done.returncode == 2
    assert "Did you mean gc:SopDraft?" in done.stderr


def test_a_path_through_the_folder_above_means_the_same(repository: Path) -> None:
    """From a folder with other settings: what counts are those where the files lie."""
    other = repository / "tools"
    other.mkdir()
    (other / "guidecheck.toml").write_text('fail_on = "nothing"', "utf-8")
    (repository / ".guidecheck-waivers.toml").write_text(
        '[[waiver]]\nrequirement = "*"\ntarget = "data/*"\nreason = "Pilot"\nwho = "A"\nuntil = 2999-01-01\n', "utf-8"
    )
    done = guidecheck(other, "check", "../data/fail.ttl")
    assert done.returncode == 0, done.stderr
    assert all(r["waived_by"] for r in outcomes(repository)["fail.ttl"] if r["verdict"] == "not-stated")
    done = guidecheck(other, "check", "../data", "--exclude", "../data/fail.ttl")
    assert set(outcomes(repository)) == {"pass.ttl"}


def test_a_baseline_written_from_another_folder_holds(repository: Path) -> None:
    other = repository / "tools"
    other.mkdir()
    assert guidecheck(other, "check", "../data", "--write-baseline", "../base.json").returncode == 0
    assert '"path": "data/fail.ttl"' in (repository / "base.json").read_text("utf-8")
    assert guidecheck(repository, "check", "--baseline", "base.json").returncode == 0
