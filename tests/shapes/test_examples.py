"""Every requirement with claims has examples, and each gives exactly the results that its row counts."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from checker.descriptions.closure import closed
from checker.descriptions.rdf import read_rdf
from checker.engine import Result, validate
from checker.knowledge import load
from checker.knowledge.names import local
from checker.knowledge.shapes import shapes_graph
from checker.verdicts import Findings, decide

HERE = Path(__file__).parent
THEMES = sorted(folder.name for folder in HERE.iterdir() if folder.is_dir() and not folder.name.startswith("_"))
ROWS = [(t, row) for t in THEMES for row in csv.DictReader((HERE / f"{t}.csv").open(encoding="utf-8"))]
IDS = [row["file"] for _, row in ROWS]


def results(theme: str, row: dict[str, str], engine: str) -> tuple[str, tuple[Result, ...]]:
    """What the requirement of a row says of its example."""
    found = read_rdf(HERE / theme / row["file"], load())
    (description,) = found.descriptions
    shapes = shapes_graph(load().index, [load().requirements[row["requirement"]]])
    return description.draft, validate(shapes, closed(found.triples, load()), engine)


@pytest.mark.parametrize(("theme", "row"), ROWS, ids=IDS)
def test_example_fails_exactly_the_claims_of_its_row(theme: str, row: dict[str, str]) -> None:
    draft, found = results(theme, row, "compiled")
    requirement = load().requirements[row["requirement"]]
    own = {claim.iri for claim in requirement.claims}
    failing = sorted(local(r.shape) for r in found if r.focus == draft and r.shape in own)
    assert failing == sorted(row["failing"].split())
    assert decide(requirement, Findings.of(found, draft)) == row["verdict"]


@pytest.mark.parametrize(("theme", "row"), ROWS, ids=IDS)
def test_engines_agree_on_every_result(theme: str, row: dict[str, str]) -> None:
    assert results(theme, row, "compiled") == results(theme, row, "pyshacl")


def test_every_requirement_with_claims_has_its_examples() -> None:
    listed = {}
    for _, row in ROWS:
        listed.setdefault(row["requirement"], set()).add(row["file"].rsplit("-", 1)[-1])
    for requirement in load().requirements.values():
        if requirement.has_claims:
            wanted = {"pass.ttl", "fail.ttl", *(["na.ttl"] if requirement.condition_iri else [])}
            assert wanted <= listed.get(requirement.id, set()), requirement.id


def test_every_file_is_in_a_table() -> None:
    on_disk = {f"{f.parent.name}/{f.name}" for f in HERE.glob("*/*.ttl")}
    assert on_disk == {f"{theme}/{row['file']}" for theme, row in ROWS}
