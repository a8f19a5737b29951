"""A file is gone through activity by activity, in little memory, and what it is is told by its content."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.iati import grown
from checker.activities import ActivityFile, is_iati
from checker.activities.notes import own_notes
from checker.check import Options, check
from checker.descriptions.iati.activity import MOST_TEXT
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
    going = ActivityFile(file, load())
    assert [taken.activity.identifier for taken in going] == [f"A-{n}" for n in range(3000)]
    (fault,) = going.faults
    assert fault.line.startswith("broken.xml:12003: not well-formed XML: mismatched tag")


def test_an_activity_that_cannot_be_read_costs_no_other(tmp_path: Path) -> None:
    file = written(tmp_path, activity(RETURN), activity("<x:y/>", "A-2"), activity(RETURN, "A-3"))
    going = ActivityFile(file, load())
    assert [taken.activity.identifier for taken in going] == ["A-1", "A-3"]
    assert (going.read, going.taken, going.unread, going.not_taken) == (3, 2, 1, 0)
    assert going.faults[0].where == "activities.xml:9"


def test_an_identifier_that_comes_again_is_another_draft_and_is_said(tmp_path: Path) -> None:
    taken = list(ActivityFile(written(tmp_path, *[activity(RETURN)] * 2), load()))
    assert [one.activity.description.draft for one in taken] == ["urn:guidecheck:iati:A-1", "urn:guidecheck:iati:A-1#2"]
    first, second = (own_notes(one.activity, one.reason, (), load(), "en") for one in taken)
    assert set(second) - set(first) >= {
        "The identifier stands in the file more than once; this is activity 2 of that identifier."
    }


def test_a_check_keeps_what_stands_before_a_break(tmp_path: Path) -> None:
    file = tmp_path / "broken.xml"
    file.write_text(HEAD + activity(RETURN) + "\n<iati-activity></oops>" + TAIL, "utf-8")
    outcome = check([file], load(), Options(profile="rcm-guide"))
    assert [draft.name for draft in outcome.report.inputs] == ["Voluntary return"]
    assert [error.line.partition(";")[0] for error in outcome.errors] == [
        "broken.xml:7: not well-formed XML: mismatched tag"
    ]


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


VERSIONS = [
    ("2.01", "UTF-8"), ("2.02", "UTF-8"), ("2.03", "UTF-16"), ("2.02", "ISO-8859-1"), ("2.01", "UTF-8-SIG"),
]  # fmt: skip


@pytest.mark.parametrize(("version", "encoding"), VERSIONS)
def test_every_version_and_encoding_states_the_same(version: str, encoding: str, tmp_path: Path) -> None:
    text = EXAMPLE.read_text("utf-8").replace("–", "-").replace("’", "'").replace("“", '"').replace("”", '"')
    plain, other = tmp_path / "plain.xml", tmp_path / "other.xml"
    plain.write_text(text, "utf-8")
    named = text.replace('version="2.03"', f'version="{version}"').replace("UTF-8", encoding.removesuffix("-SIG"), 1)
    other.write_bytes(named.encode(encoding))
    (one,), (two,) = ActivityFile(plain, load()), ActivityFile(other, load())
    assert one.activity == two.activity
    assert one.reason == two.reason


@pytest.mark.parametrize("name", ["14-transaction-x-ref-not-found-201", "16-1-act-x-refs-in-datastore-202"])
def test_real_files_of_earlier_versions_are_read(name: str) -> None:
    going = ActivityFile(
        shared("data/iati/defects") / f"iati-act-identifier-exists-{name}.xml", load(), everything=True
    )
    taken = list(going)
    assert going.faults == []
    assert all(one.activity.statements and one.activity.narratives for one in taken)
    assert taken


ODD = (
    '<budget><period-start iso-date="2023-13-45"/><period-end/><value currency="" value-date="soon">1.000,50</value>'
    "</budget>",
    '<budget><period-start iso-date="0001-01-01"/><value currency="€uro">-5e99</value></budget>',
    '<activity-date type="1" iso-date=""/><sector code="93015" percentage="a lot"/>',
)


@pytest.mark.parametrize("odd", ODD)
def test_odd_money_and_dates_are_departures_and_stop_nothing(odd: str, tmp_path: Path) -> None:
    going = ActivityFile(written(tmp_path, activity(RETURN + odd), activity(RETURN, "A-2")), load())
    first, _ = going
    assert going.faults == []
    assert first.issues


def test_texts_beyond_a_book_are_cut_and_said(tmp_path: Path) -> None:
    long = "<description><narrative>" + "Returnees get a grant. " * 40_000 + "</narrative></description>"
    (taken,) = ActivityFile(written(tmp_path, activity(RETURN + long)), load())
    assert sum(len(n.text) for n in taken.activity.narratives) == MOST_TEXT
    notes = own_notes(taken.activity, taken.reason, (), load(), "en")
    assert f"Its texts are too long to be read whole: the last {taken.activity.left:,}".replace(
        ",", "\u202f"
    ) in " ".join(notes)
