"""Loading: what comes out whole, and what is said where the knowledge is broken."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from checker.errors import ToolError
from checker.knowledge import load
from checker.knowledge.load import read
from tests.shared_material import ROOT

PREFIXES = """
@prefix gc: <https://w3id.org/guidecheck/ontology#> .
@prefix gcr: <https://w3id.org/guidecheck/requirement/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
"""


def broken(folder: Path, turtle: str) -> tuple[Path, ...]:
    file = folder / "broken.ttl"
    file.write_text(turtle, "utf-8")
    return (file,)


@pytest.mark.parametrize(
    ("turtle", "said"),
    [
        ("gcr:X-01 a", "broken.ttl:1: the knowledge cannot be read"),
        ("", "no ontology or shapes were found"),
        (
            PREFIXES + "gcr:X-01 a gc:Requirement ; sh:property gcr:X-01-a . gcr:X-01-a sh:minCount 1 .",
            "X-01-a: a claim that asserts something needs",
        ),
    ],
)
def test_broken_knowledge_is_named_and_is_the_tools_fault(turtle: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(ToolError) as refused:
        read(broken(tmp_path, turtle))
    assert said in refused.value.line
    assert refused.value.exit_code == 3


def test_a_new_requirement_is_turtle_only(tmp_path: Path) -> None:
    file = tmp_path / "new.ttl"
    file.write_text(
        PREFIXES + 'gcr:NEW-01 a gc:Requirement ; sh:targetClass gc:SopDraft ; sh:name "New"@en , "Nuevo"@es .',
        "utf-8",
    )
    from checker.places import knowledge_files

    found = read((*knowledge_files(), file)).requirements["NEW-01"]
    assert (found.kinds, found.title.in_("es"), found.title.in_("fr")) == (("sop",), "Nuevo", "New")


def test_profiles_follow_from_the_provisions() -> None:
    knowledge = load()
    assert set(knowledge.profiles) == {"everything", "handbook-m4", "emm", "integrated-approach", "rcm-guide"}
    assert len(knowledge.profiles["everything"].requirements) == 499
    for name in ("handbook-m4", "emm", "integrated-approach", "rcm-guide"):
        for requirement in knowledge.profiles[name].requirements:
            documents = {knowledge.provisions[p].document for p in knowledge.requirements[requirement].provisions}
            assert name in documents


def test_the_digest_changes_with_the_knowledge(tmp_path: Path) -> None:
    one, other = tmp_path / "a.ttl", tmp_path / "b.ttl"
    one.write_text(PREFIXES + 'gcr:X-01 a gc:Requirement ; sh:name "a"@en .', "utf-8")
    other.write_text(PREFIXES + 'gcr:X-01 a gc:Requirement ; sh:name "b"@en .', "utf-8")
    assert read((one,)).digest != read((other,)).digest


def test_interface_texts_fall_back_to_english_for_none() -> None:
    knowledge = load()
    english, spanish = knowledge.interface_texts("en"), knowledge.interface_texts("es")
    assert english.keys() == spanish.keys()
    assert all(spanish.values())


def test_reading_twice_gives_the_same_claims() -> None:
    """Blank nodes are labelled anew by each reading; what is read from them has one order."""
    from checker.places import knowledge_files

    assert read(knowledge_files()).requirements == load().requirements


def test_whoever_asks_at_the_same_time_shares_one_copy() -> None:
    command = [sys.executable, "-m", "tests.knowledge.eight_at_once"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "1\n"
