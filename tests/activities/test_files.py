"""A file is gone through activity by activity, in little memory, and what it is is told by its content."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.iati import grown
from checker.activities import ActivityFile, is_iati
from checker.errors import InputError
from checker.knowledge import load
from tests.descriptions.iati.making import HEAD, TAIL, activity, written
from tests.shared_material import ROOT, shared

EXAMPLE = ROOT / "examples" / "iati" / "reintegration-activities.xml"
RETURN = "<title><narrative>Voluntary return</narrative></title>"
PEAK = """
import resource, sys
from pathlib import Path
from checker.activities import ActivityFile
from checker.knowledge import load
file = ActivityFile(Path(sys.argv[1]), load(), everything=True)
count = sum(len(taken.activity.statements) for taken in file)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file.read, count)
"""


def test_those_about_return_are_given_and_the_others_counted() -> None:
    file = ActivityFile(EXAMPLE, load())
    (taken,) = file
    assert taken.activity.identifier == "XX-EXAMPLE-0001-RIVER"
    assert (taken.reason.by, taken.reason.line) == ("text", 10)
    assert (file.read, file.taken, file.not_taken) == (2, 1, 1)


def test_all_are_given_where_all_are_asked_for() -> None:
    file = ActivityFile(EXAMPLE, load(), everything=True)
    assert [taken.reason.by for taken in file] == ["asked", "asked"]
    assert file.not_taken == 0


def test_what_stands_before_a_break_has_been_given_by_then(tmp_path: Path) -> None:
    file = tmp_path / "broken.xml"
    filling = "\n".join(activity(RETURN, f"A-{n}") for n in range(3000))
    file.write_text(HEAD + filling + "\n<iati-activity></oops>" + TAIL, "utf-8")
    going = iter(ActivityFile(file, load()))
    assert [next(going).activity.identifier for _ in range(5)] == [f"A-{n}" for n in range(5)]
    with pytest.raises(InputError, match="mismatched tag"):
        list(going)


def test_departures_from_the_schema_are_counted_where_nothing_was_taken(tmp_path: Path) -> None:
    file = ActivityFile(written(tmp_path, activity("<well/>"), activity("<well/>"), activity(RETURN)), load())
    (taken,) = file
    assert file.issues_elsewhere == 2
    assert [i.line for i in file.first_elsewhere] == [5, 9]
    assert [i.line for i in taken.issues] == [13]


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    peaks = []
    for megabytes in (1, 16):
        file = tmp_path / f"{megabytes}.xml"
        times = grown(EXAMPLE, file, megabytes)
        done = subprocess.run([sys.executable, "-c", PEAK, file], capture_output=True, text=True, check=True, cwd=ROOT)
        peak, read, count = map(int, done.stdout.split())
        assert read == 2 * times
        assert count > 100 * times
        peaks.append(peak)
    assert peaks[1] - peaks[0] < 12


def test_content_tells_what_a_file_is(tmp_path: Path) -> None:
    rdf = tmp_path / "draft.xml"
    rdf.write_text('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>', "utf-8")
    typed = tmp_path / "typed.xml"
    typed.write_text('<gc:SopDraft xmlns:gc="https://w3id.org/guidecheck/ontology#"/>', "utf-8")
    hidden = tmp_path / "hidden.xml"
    hidden.write_text('<!DOCTYPE iati-activities [<!ENTITY x "y">]><iati-activities version="2.03"/>', "utf-8")
    assert is_iati(EXAMPLE)
    assert is_iati(hidden)
    assert not is_iati(rdf)
    assert not is_iati(typed)
    assert not is_iati(ROOT / "examples" / "cases" / "cote-divoire-sop.ttl")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<rss/>", "its root element is <rss>: it is neither IATI nor RDF/XML"),
        ("", "is not XML"),
        ("\0" * 5000, "is not XML"),
        ("This is not XML", "is not XML"),
    ],
)
def test_other_xml_is_refused_by_name(content: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "other.xml"
    file.write_text(content, "utf-8")
    with pytest.raises(InputError, match=said):
        is_iati(file)


def test_real_activities_are_taken_by_the_sector_that_the_money_goes_to() -> None:
    """Twelve of the twenty-five give return five per cent of their money or more; each says so on a line of its own."""
    file = shared("data", "iati", "activities", "unhcr-2023-return-subset-25.xml")
    lines = file.read_text("utf-8").split("\n")
    going = ActivityFile(file, load())
    for taken in going:
        assert taken.reason.share is not None
        assert taken.reason.share >= 5
        assert taken.reason.text in lines[taken.reason.line - 1]
        assert f'percentage="{taken.reason.share:g}' in lines[taken.reason.line - 2]
    assert (going.read, going.taken) == (25, 12)
