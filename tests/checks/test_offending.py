"""The lines of a file to look at: they hold the statement that comes near, and the draft where nothing does."""

from __future__ import annotations

from checker.data_check import check_data
from tests.shared_material import ROOT

FILE = ROOT / "examples" / "cases" / "georgia-job-centres.ttl"


def test_lines_are_those_of_the_statement() -> None:
    places = check_data(FILE, "everything").places[0]
    lines = FILE.read_text("utf-8").splitlines()
    found = places["CAP-03"][0]
    assert found.why == "against"
    assert lines[found.lines.first - 1].startswith("ex:counsellor-training a ")
    assert lines[found.lines.last - 1].endswith(".")
