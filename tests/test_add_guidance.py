"""docs/how-to/add-guidance.md does what it says: its blocks are taken from the page and used as they stand."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/how-to/add-guidance.md").read_text("utf-8")
DRAFT = """
@prefix ex: <https://example.org/> . @prefix gc: <https://w3id.org/guidecheck/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ex:draft a gc:ProgrammeDraft ; rdfs:label "Programme of the north"@en ;
    gc:states [ a gc:ReturnDesk ; gc:hasResponsibleActor [ a gc:%s ; rdfs:label "Town of Alba"@en ] ] .
"""
TEXT = """# Programme

## Reception

The programme will open a desk for returnees in each district, run by the municipality.
"""


@pytest.fixture
def guidance(tmp_path: Path) -> Path:
    folder = tmp_path / "our-guidance"
    folder.mkdir()
    (folder / "instruction.ttl").write_text("\n".join(re.findall(r"```turtle\n(.*?)```", PAGE, re.DOTALL)), "utf-8")
    return folder


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from checker.cli import main; main()", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=os.environ, check=False)


def verdict(guidance: Path, draft: Path, *options: str) -> str:
    command = ("--knowledge", str(guidance), "check", str(draft), "--profile", "instruction-12", "--format", "json")
    (row,) = json.loads(run(*command, *options).stdout)["inputs"][0]["requirements"]
    assert row["id"] == "DSK-01"
    assert row["provisions"] == ["I12-01", "I12-02"]
    return row["verdict"]


@pytest.mark.parametrize(("actor", "expected"), [("Municipality", "met"), ("CivilSocietyOrganization", "partly-met")])
def test_a_description_is_checked_against_the_fifth_document(guidance: Path, actor: str, expected: str) -> None:
    draft = guidance.parent / "draft.ttl"
    draft.write_text(DRAFT % actor, "utf-8")
    assert verdict(guidance, draft) == expected


def test_a_text_is_searched_for_it(guidance: Path) -> None:
    draft = guidance.parent / "draft.md"
    draft.write_text(TEXT, "utf-8")
    assert verdict(guidance, draft, "--kind", "programme", "--language", "en") in ("met", "partly-met")


def test_it_is_explained(guidance: Path) -> None:
    said = run("--knowledge", str(guidance), "explain", "DSK-01", "--language", "es").stdout
    assert "Ventanillas de retorno" in said
    assert "I12-02" in said


def test_a_mistake_is_told_with_its_line(guidance: Path) -> None:
    file = guidance / "instruction.ttl"
    file.write_text(
        file.read_text("utf-8").replace("gc:restsOn gcp:I12-01 ,", "gc:restsOn gcp:I12-01 gcp:x ,"), "utf-8"
    )
    done = run("--knowledge", str(guidance), "kinds")
    assert done.returncode == 2
    assert re.search(r"instruction\.ttl:\d+: the knowledge cannot be read", done.stderr)
    assert "Traceback" not in done.stderr


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    done = run("--knowledge", str(tmp_path), "kinds")
    assert done.returncode == 2
    assert "holds no Turtle file" in done.stderr
