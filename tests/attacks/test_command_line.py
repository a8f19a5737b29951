"""A file that ends its parser, or never ends it, is one line and exit code 2, and the other files are checked; what is
given for a file is a file."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from checker import cli
from checker.activities import files
from checker.checks import in_turn
from checker.descriptions import rdf, syntaxes
from checker.readers import forked
from tests.attacks.canary import Canary
from tests.attacks.rdf import DRAFT

pytestmark = pytest.mark.skipif(not forked.can_fork(), reason="the kernel of this machine has no such filter")
ENDS: dict[str, Callable[[], object]] = {
    "crash": os.abort,
    "kill": lambda: os.kill(os.getpid(), 9),
    "memory": lambda: bytes(2 * forked.MEMORY),
    "endless": lambda: [0 for _ in iter(int, 1)],
}
IATI = "<iati-activities version='2.03'><iati-activity/></iati-activities>"


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("name", ["bad.ttl", "bad.xml"])
def test_one_line_for_the_file(
    end: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text(f"{DRAFT}." if name == "bad.ttl" else IATI)
    (tmp_path / "good.ttl").write_text(f"{DRAFT}.")

    def parsed(path: Path) -> object:
        return ENDS[end]() if path.name == name else syntaxes.parse(path)

    monkeypatch.setattr(forked, "SECONDS", 3.0 if end == "endless" else 60.0)
    monkeypatch.setattr(rdf.read_rdf, "__kwdefaults__", {"kind": None, "parser": parsed})
    monkeypatch.setattr(files, "root_of", parsed)
    said, code = run(monkeypatch, capsys, tmp_path / name, tmp_path / "good.ttl")
    assert code == 2
    of_file = [line for line in said.err.splitlines() if name in line]
    assert len(of_file) == 1 and of_file[0].startswith("guidecheck: "), said.err
    assert all(line.startswith("guidecheck: ") for line in said.err.splitlines())
    assert "Standard operating procedures" in said.out


def test_data_is_parsed_by_another_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the format: the calling process never sees the file."""
    here, real = os.getpid(), in_turn._data

    def watched(file: Path, plan: object) -> object:
        assert os.getpid() != here
        return real(file, plan)  # type: ignore[arg-type]

    def parsed(path: Path) -> object:
        assert os.getpid() != here
        return syntaxes.parse(path)

    monkeypatch.setattr(in_turn, "_data", watched)
    monkeypatch.setattr(rdf.read_rdf, "__kwdefaults__", {"kind": None, "parser": parsed})
    (tmp_path / "good.ttl").write_text(f"{DRAFT}.")
    said, code = run(monkeypatch, capsys, tmp_path / "good.ttl", "--format", "sarif", "--fail-on", "never")
    assert code == 0
    assert all(line.startswith("guidecheck: Passes") for line in said.err.splitlines())
    assert '"startLine": 1' in said.out


@pytest.mark.parametrize("option", ["", "--profile", "--waivers", "--baseline"])
@pytest.mark.parametrize("place", ["{c.url}/d.ttl", "{c.file_url}", "file:{c.file}", "{c.url}/d.docx"])
def test_an_address_is_no_file(
    option: str,
    place: str,
    canary: Canary,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "good.ttl").write_text(f"{DRAFT}.")
    given = [tmp_path / "good.ttl", option] if option else []
    said, code = run(monkeypatch, capsys, *given, place.format(c=canary))
    assert code == 2
    assert "Traceback" not in said.err
    canary.unharmed(said.err, said.out)


def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: Path | str
) -> tuple[pytest.CaptureFixture[str], int]:
    monkeypatch.setattr(sys, "argv", ["guidecheck", "check", "--no-cache", "--no-config", *map(str, arguments)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return capsys.readouterr(), ended.value.code  # type: ignore[return-value]
