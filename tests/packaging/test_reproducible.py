"""Builds of one tree in other folders, with other times and permissions, are the same bytes and hold what is needed."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from checker import __version__
from tests.shared_material import ROOT


def tracked(*folders: str) -> list[str]:
    command = ["git", "ls-files", "-z", "--", *folders]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def built(tree: Path, mode: int, changed: int) -> dict[str, Path]:
    """The archives of a copy of the tree, by name."""
    for name in tracked():
        copy = tree / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, copy)
        copy.chmod(mode)
        os.utime(copy, (changed, changed))
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(tree / "dist")]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {path.name: path for path in (tree / "dist").iterdir()}


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return built(tmp_path_factory.mktemp("first"), 0o644, 1_600_000_000)


def test_two_builds_are_the_same_bytes_whatever_lies_about(archives: dict[str, Path], tmp_path: Path) -> None:
    tree = tmp_path / "a longer name"
    (tree / "drafts").mkdir(parents=True)
    for draft in ("confidential.docx", "drafts/policy.pdf"):
        (tree / draft).write_text("a draft of somebody's", "utf-8")
    again = built(tree, 0o600, 1_750_000_000)
    assert {name[-7:] for name in archives} == {"any.whl", ".tar.gz"}
    digests = [{n: hashlib.sha256(p.read_bytes()).hexdigest() for n, p in of.items()} for of in (archives, again)]
    assert digests[0] == digests[1]


def test_the_sdist_holds_all_that_is_tracked(archives: dict[str, Path]) -> None:
    (path,) = (path for name, path in archives.items() if name.endswith(".tar.gz"))
    with tarfile.open(path) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    assert set(tracked()) - held == set()


def wheel(archives: dict[str, Path]) -> Path:
    (path,) = (path for name, path in archives.items() if name.endswith(".whl"))
    return path


def test_the_wheel_holds_every_file_it_reads(archives: dict[str, Path]) -> None:
    """Saved queries, templates, styles, scripts, knowledge: what is tracked in these folders, and nothing else."""
    held = set(zipfile.ZipFile(wheel(archives)).namelist())
    wanted = {
        name if name.startswith("checker/") else f"checker/{name}"
        for name in tracked("checker", "ontology", "shapes", "ui")
    }
    assert wanted - held == set()
    assert {"checker/query/saved/must.rq", "checker/portfolio/seen/templates/portfolio.html.j2"} <= held
    assert {name for name in held - wanted if ".dist-info/" not in name} == set()


def test_the_wheel_alone_says_its_version(archives: dict[str, Path], tmp_path: Path) -> None:
    """In an environment of its own; the libraries it needs are borrowed from this one."""
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV", "GUIDECHECK"))}
    install = [python, "-m", "pip", "install", "-q", "--no-deps", "--no-index", wheel(archives)]
    subprocess.run(install, cwd=tmp_path, env=environment, check=True)
    (packages,) = (tmp_path / "env").glob("lib/python*/site-packages")
    (packages / "borrowed.pth").write_text(sysconfig.get_paths()["purelib"], "utf-8")
    environment["GUIDECHECK_CACHE"] = str(tmp_path / "cache")

    def said(*command: str) -> str:
        run = [tmp_path / "env" / "bin" / command[0], *command[1:]]
        done = subprocess.run(run, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
        return done.stdout or done.stderr

    assert re.fullmatch(
        rf"guidecheck {re.escape(__version__)}, knowledge sha256:[0-9a-f]{{64}}\n", said("guidecheck", "--version")
    )
    assert said("python", "-c", "import checker; print(checker.__file__)").startswith(str(packages))
