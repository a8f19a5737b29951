"""``guidecheck send-back`` as a person meets it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from checker.reviews.desk import Desk, Person
from checker.reviews.opening import open_store
from checker.reviews.store import NewReview
from tests.sent_back.materials import SOP, checked
from tests.shared_material import ROOT

RDF = ROOT / "tests" / "shapes" / "sop-and-data" / "SOP-07-fail.ttl"


def send_back(*arguments: str | Path, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from checker.cli import main; main()", "send-back", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **more}
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, env=environment)


def test_a_draft_with_comments(tmp_path: Path) -> None:
    done = send_back(SOP, "--as", "commented", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "wrote sop-reintegration-en-commented.docx\n")
    assert len(list(docx.Document(str(tmp_path / "sop-reintegration-en-commented.docx")).comments)) > 10


def test_what_it_is_follows_from_the_ending(tmp_path: Path) -> None:
    assert send_back(RDF, "--output", "data.json", cwd=tmp_path).returncode == 0
    assert json.loads((tmp_path / "data.json").read_text("utf-8"))["inputs"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "one draft is sent back, or one review; name a file, or give --review ID"),
        ((SOP,), "what to send back is left open; give --as commented, annotated, memo"),
        ((SOP, "--as", "poem"), "nothing is sent back as 'poem'"),
        ((SOP, "--output", "x.docx"), "what to write does not follow from 'x.docx'; give --as commented or --as memo"),
        (("missing.docx", "--as", "memo"), "missing.docx: there is no such file"),
        ((RDF, "--as", "commented"), "this draft cannot be sent back as 'commented'; for its format there are memo"),
        ((RDF, "--as", "memo", "--output", "no/such/folder.docx"), "the file cannot be written"),
        (("--review", "urn:uuid:none", "--as", "memo"), "no review has the id 'urn:uuid:none'"),
    ],
)
def test_what_is_wrong_takes_one_line(arguments: tuple[str | Path, ...], said: str, tmp_path: Path) -> None:
    done = send_back(*arguments, cwd=tmp_path, GUIDECHECK_STORE=str(tmp_path / "store"))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert said in done.stderr


def test_a_review_goes_back_with_what_people_decided(tmp_path: Path) -> None:
    material = checked(SOP)
    store = open_store(tmp_path / "store")
    desk = Desk(store, Person("Ana Pérez", "reviewer"))
    kept = desk.add(NewReview(SOP.name, material.original, material.document, material.draft, "everything", "Ana"))
    requirement = next(row.id for row in material.draft.requirements if row.verdict == "partly-met")
    desk.correct(kept.id, requirement, None, "not-met", "Against section 4")
    store.close()  # type: ignore[attr-defined]
    done = send_back("--review", kept.id, "--as", "commented", cwd=tmp_path, GUIDECHECK_STORE=str(tmp_path / "store"))
    assert done.returncode == 0, done.stderr
    comments = docx.Document(str(tmp_path / "sop-reintegration-en-commented.docx")).comments
    (by_ana,) = [comment.text for comment in comments if comment.author == "Ana Pérez"]
    assert "Not met, decided by Ana Pérez" in by_ana
    assert "Reason: Against section 4" in by_ana
