"""The command line as a person meets it: output, one-line errors, exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from checker import __version__
from tests.shared_material import ROOT

SOP = ROOT / "examples" / "drafts" / "sop-reintegration-en.docx"
RDF = ROOT / "tests" / "shapes" / "sop-and-data"


def guidecheck(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from checker.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, env=None)


def test_check_writes_a_report_in_the_format_of_the_ending(tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    done = guidecheck("check", SOP, "--output", report, "--fail-on", "never")
    assert (done.returncode, done.stdout) == (0, "")
    (found,) = json.loads(report.read_text("utf-8"))["inputs"]
    assert (found["kind"], found["language"]) == ("sop", "en")
    assert len(found["requirements"]) == 51


def test_check_without_output_prints_a_short_summary() -> None:
    done = guidecheck("check", SOP, "--fail-on", "never")
    assert done.returncode == 0
    assert "sop-reintegration-en.docx" in done.stdout
    assert len(done.stdout.splitlines()) < 80


def test_fail_on_decides_the_exit_code() -> None:
    passing, failing = RDF / "SOP-07-pass.ttl", RDF / "SOP-07-fail.ttl"
    assert guidecheck("check", failing, "--fail-on", "may").returncode == 1
    assert guidecheck("check", failing, "--fail-on", "never").returncode == 0
    assert guidecheck("check", passing, "--fail-on", "never").returncode == 0


def test_kind_language_and_profile_can_be_given() -> None:
    done = guidecheck(
        "check", SOP, "--kind", "referral-mechanism", "--language", "en", "--profile", "handbook-m4",
        "--format", "json", "--fail-on", "never",
    )  # fmt: skip
    report = json.loads(done.stdout)
    assert report["profile"] == "handbook-m4"
    assert report["inputs"][0]["kind"] == "referral-mechanism"
    assert all(any(p.startswith("HB-") for p in r["provisions"]) for r in report["inputs"][0]["requirements"])


def test_a_folder_is_walked_and_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "good.ttl").write_text((RDF / "SOP-07-pass.ttl").read_text("utf-8"), "utf-8")
    (tmp_path / "bad.ttl").write_text("this is not turtle", "utf-8")
    (tmp_path / ".hidden.ttl").write_text("nor this", "utf-8")
    (tmp_path / "README.md").write_text("about this folder", "utf-8")
    done = guidecheck("check", tmp_path, "--format", "json")
    assert done.returncode == 2
    assert [i["path"].rsplit("/", 1)[-1] for i in json.loads(done.stdout)["inputs"]] == ["good.ttl"]
    wrong, why = done.stderr.splitlines()
    assert wrong.startswith(f"guidecheck: {tmp_path / 'bad.ttl'}:1: not valid Turtle")
    assert why.startswith("guidecheck: Fails, since --fail-on is must")


WRONG = [
    (("check", "nothing-here.docx"), "nothing-here.docx"),
    (("check", SOP, "--kind", "sops"), "did you mean sop"),
    (("check", SOP, "--profile", "emn"), "did you mean emm"),
    (("check", SOP, "--language", "de"), "unknown language 'de'"),
    (("check", SOP, "--format", "pdf"), "unknown format 'pdf'"),
    (("check", SOP, "--output", "report.xyz"), "give --format"),
    (("check", SOP, "--output", "/dev/null/report.html"), "cannot be written"),
    (("check", SOP, "--engine", "jena"), "unknown engine 'jena'"),
    (("check",), "Missing argument"),
    (("chekc",), "No such command"),
    (("explain", "SOP-77"), "did you mean SOP-"),
    (("requirements", "--theme", "sops"), "unknown theme"),
]


@pytest.mark.parametrize(("arguments", "said"), WRONG, ids=[" ".join(map(str, a))[-40:] for a, _ in WRONG])
def test_what_is_wrong_is_said_on_one_line(arguments: tuple[str, ...], said: str) -> None:
    done = guidecheck(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.strip().count("\n") == 0


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    done = guidecheck("check", tmp_path)
    assert done.returncode == 2
    assert "holds no draft" in done.stderr


@pytest.mark.parametrize("language", ["en", "es", "fr"])
def test_explain_shows_a_requirement_in_each_language(language: str) -> None:
    done = guidecheck("explain", "sop-07", "--language", language)
    assert done.returncode == 0
    assert done.stdout.startswith("SOP-07")
    assert "HB-4.1.3" in done.stdout


def test_requirements_and_kinds_are_listed() -> None:
    listed = guidecheck("requirements", "--kind", "sop")
    assert listed.returncode == 0
    assert "SOP-07" in listed.stdout
    kinds = guidecheck("kinds")
    assert kinds.returncode == 0
    assert "referral-mechanism" in kinds.stdout


@pytest.mark.parametrize("command", [(), ("check",), ("explain",), ("requirements",), ("kinds",)])
def test_help_is_there(command: tuple[str, ...]) -> None:
    done = guidecheck(*command, "--help")
    assert done.returncode == 0
    assert "Usage" in done.stdout


def test_all_engines_write_the_same_report() -> None:
    reports = []
    for engine in ("auto", "compiled", "sets", "pyshacl"):
        done = guidecheck(
            "check", RDF / "SOP-07-fail.ttl", "--engine", engine, "--format", "json", "--fail-on", "never"
        )
        report = json.loads(done.stdout)
        reports.append(report["inputs"])
    assert all(report == reports[0] for report in reports)


def test_a_language_that_is_not_read_is_named(tmp_path: Path) -> None:
    draft = tmp_path / "entwurf.md"
    draft.write_text("# Verfahren\n\nDie Behörde prüft die Anträge und entscheidet innerhalb von zehn Tagen.", "utf-8")
    done = guidecheck("check", draft)
    assert done.returncode == 2
    assert "entwurf.md: the text seems to be in German" in done.stderr
    assert guidecheck("check", draft, "--language", "en", "--fail-on", "never").returncode == 0


def test_an_uncertain_language_or_kind_is_said(tmp_path: Path) -> None:
    draft = tmp_path / "places.md"
    draft.write_text(
        "# Sirapong\n\nTamlin, Hasa, Old Quay: 1,100 returned workers, 2,300 members, EUR 2,940,000.", "utf-8"
    )
    done = guidecheck("check", draft, "--fail-on", "never")
    assert "The language is not certain" in done.stdout
    assert "The kind of draft is not certain" in done.stdout
    given = guidecheck("check", draft, "--fail-on", "never", "--kind", "sop", "--language", "en")
    assert "not certain" not in given.stdout


def test_the_version_names_the_knowledge_also_with_knowledge_of_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text("<urn:x> <http://www.w3.org/2000/01/rdf-schema#label> 'x' .", "utf-8")
    ours, theirs = guidecheck("--version").stdout, guidecheck("--knowledge", tmp_path, "--version").stdout
    assert ours.startswith(f"guidecheck {__version__}, knowledge sha256:")
    assert theirs.startswith(f"guidecheck {__version__}, knowledge sha256:")
    assert ours != theirs
