"""The same data in every syntax: what goes against a requirement is found where it is written."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from checker.check import Options, check
from checker.checks.placed import placed
from checker.descriptions.syntaxes import SYNTAXES
from checker.knowledge import load
from checker.report import InputReport
from tests.shared_material import ROOT

CASE = ROOT / "examples" / "cases" / "georgia-job-centres.ttl"
EX, GC = "https://example.org/cases/georgia-job-centres#", "https://w3id.org/guidecheck/ontology#"


def written(folder: Path, ending: str) -> Path:
    file = folder / f"case{ending}"
    if ending == CASE.suffix:
        file.write_bytes(CASE.read_bytes())
        return file
    quads = list(ox.parse(path=str(CASE), format=ox.RdfFormat.TURTLE))
    prefixes = {"ex": EX, "gc": GC} if ending not in (".nt", ".nq") else None
    file.write_bytes(ox.serialize(quads, format=SYNTAXES[ending], prefixes=prefixes) or b"")
    return file


def checked(file: Path) -> InputReport:
    found = check([file], load(), Options()).report.inputs
    (report,) = placed(found, load())
    return report


@pytest.mark.parametrize("ending", [".ttl", ".trig", ".nt", ".nq", ".jsonld", ".rdf"])
def test_line_and_column_of_node_and_triple(tmp_path: Path, ending: str) -> None:
    file = written(tmp_path, ending)
    lines = file.read_text("utf-8").split("\n")
    report = checked(file)
    (row,) = [row for row in report.requirements if row.id == "CAP-03"]
    found = row.places[0]
    assert (found.why, found.node, found.claims) == ("against", f"{EX}counsellor-training", ("CAP-03-every",))
    assert "counsellor-training" in lines[found.line - 1][found.column - 1 :][:120]
    assert found.stated is not None
    line, column = found.stated
    said = lines[line - 1][column - 1 :]
    if ending == ".rdf":
        assert said.startswith("<gc:states rdf:resource=")
    else:
        assert "counsellor-training" in said[:80]


def test_what_nothing_states_points_to_the_draft() -> None:
    report = checked(CASE)
    assert report.node == f"{EX}programme"
    drafts = [p for row in report.requirements for p in row.places if p.why == "draft"]
    assert {(p.node, p.line, p.column) for p in drafts} == {(f"{EX}programme", 8, 1)}


def test_what_is_met_has_no_places() -> None:
    rows = checked(CASE).requirements
    assert {row.verdict for row in rows} >= {"not-applicable", "partly-met"}
    for row in rows:
        assert bool(row.places) == (row.verdict in ("not-met", "partly-met", "not-stated"))
