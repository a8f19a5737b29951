"""Activities of IATI in a portfolio: judged as by themselves, each with why it was taken; what breaks costs nothing
else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.check import Options, check
from checker.knowledge import load
from checker.portfolio.drive import Found
from checker.portfolio.run import Settings, check_portfolio
from checker.portfolio.seen.folder import open_portfolio
from checker.portfolio.seen.html import render
from checker.portfolio.seen.packed import packed
from checker.portfolio.seen.sums import sums
from checker.portfolio.seen.wording import Names
from checker.portfolio.told import Reading
from tests.descriptions.iati.making import HEAD, TAIL, activity, written
from tests.portfolio.making import write
from tests.portfolio.results import rows
from tests.portfolio.working import Here
from tests.shared_material import ROOT

EXAMPLE = ROOT / "examples" / "iati" / "reintegration-activities.xml"
RETURN = "<title><narrative>Voluntary return</narrative></title>"
ROADS = "<title><narrative>Rural roads</narrative></title>"
QUICK = Reading(narratives=False)


def run(paths: list[Path], folder: Path, reading: Reading | None = None, crew: Here | None = None) -> Found:
    settings = Settings("emm", memory="1GB", reading=reading or Reading())
    return check_portfolio([str(path) for path in paths], folder, settings, hire=lambda *_: crew or Here())


def ids(folder: Path) -> list[str]:
    return [row["description"].rpartition(":")[2] for row in rows(folder, "descriptions")]


def test_elements_and_narratives_are_judged_as_the_check_of_the_file_does(tmp_path: Path) -> None:
    run([EXAMPLE], tmp_path)
    (report,) = check([EXAMPLE], load(), Options(profile="emm")).report.inputs
    mine = {(row["requirement"], row["verdict"], row["needs_review"]) for row in rows(tmp_path, "verdicts")}
    assert mine == {(r.id, r.verdict, r.needs_review) for r in report.requirements}
    assert any(proposed for _, _, proposed in mine)
    (row,) = rows(tmp_path, "descriptions")
    assert (row["title"], row["kind"], row["language"]) == (report.name, "programme", "en")


def test_without_narratives_nothing_is_proposed(tmp_path: Path) -> None:
    run([EXAMPLE], tmp_path, QUICK)
    assert not any(row["needs_review"] for row in rows(tmp_path, "verdicts"))
    assert {row["verdict"] for row in rows(tmp_path, "verdicts")} > {"not-stated"}


def test_another_reading_is_another_run_and_the_folder_holds_one(tmp_path: Path) -> None:
    run([EXAMPLE], tmp_path, QUICK)
    assert len(ids(tmp_path)) == 1
    run([EXAMPLE], tmp_path, Reading(everything=True, narratives=False))
    assert len(ids(tmp_path)) == 2
    assert {json.loads(row["taken"])["by"] for row in rows(tmp_path, "descriptions")} == {"asked"}


def test_narratives_of_no_language_are_read_in_the_one_that_is_given(tmp_path: Path) -> None:
    text = "<description><narrative>Un comité de dirección se reúne cada mes.</narrative></description>"
    file = written(tmp_path, activity(RETURN + text, attributes=""))
    run([file], tmp_path / "out", Reading(language="es"))
    (row,) = rows(tmp_path / "out", "descriptions")
    assert row["language"] == "es"


def test_why_each_was_taken_goes_with_it_onto_the_page(tmp_path: Path) -> None:
    file = written(tmp_path, activity(RETURN), activity(ROADS, "A-2"))
    found = run([file], tmp_path / "out", QUICK)
    (row,) = rows(tmp_path / "out", "descriptions")
    reason = json.loads(row["taken"])
    assert (reason["by"], reason["line"], reason["text"]) == ("text", 5, "Voluntary return")
    assert [(one.read, one.taken) for one in found.activities] == [(2, 1)]
    summary = json.loads((tmp_path / "out" / "portfolio.json").read_text("utf-8"))
    assert summary["activities"] == [{"path": str(file), "read": 2, "taken": 1, "departures": 2,
                                      "first": summary["activities"][0]["first"]}]  # fmt: skip
    with open_portfolio(tmp_path / "out") as portfolio:
        names = Names(load(), "fr")
        assert names.taken(row["taken"]).startswith(
            "Vérifiée parce que la ligne 5 parle de «\u00a0Voluntary return\u00a0»"
        )
        assert packed(portfolio, sums(portfolio), names).facts
    with open_portfolio(tmp_path / "out") as portfolio:
        assert "Activities in IATI files that were checked: 1 of 2." in render(portfolio, load(), "en")


@pytest.mark.parametrize("reason", ["", None, "nonsense", '{"by": "magic"}', '{"by": "text", "line": "x"}', "[]"])
def test_a_reason_that_is_none_says_nothing(reason: str | None) -> None:
    assert Names(load(), "en").taken(reason) == ""


BROKEN = [
    ("\n<iati-activity></oops>", ":12: not well-formed XML: mismatched tag", ["A-1", "A-2"]),
    (f"\n<iati-activity><x:y/></iati-activity>\n{activity(RETURN, 'A-3')}", ":12: ", ["A-1", "A-2", "A-3"]),
    ("\n<!DOCTYPE x>", ":12: not well-formed XML", ["A-1", "A-2"]),
    ("\n<iati-activity>\x0c</iati-activity>", ":12: not well-formed XML", ["A-1", "A-2"]),
]


@pytest.mark.parametrize(("rest", "said", "kept"), BROKEN)
def test_what_stands_before_a_break_is_kept_and_the_next_run_tells_the_same(
    tmp_path: Path, rest: str, said: str, kept: list[str]
) -> None:
    file = tmp_path / "broken.xml"
    file.write_text(HEAD + activity(RETURN, "A-1") + "\n\n" + activity(RETURN, "A-2") + rest + TAIL, "utf-8")
    found = run([file], tmp_path / "out", QUICK)
    (failure,) = found.failures
    assert f"{failure.where}: {failure.what}".startswith(f"{file}{said}")
    assert failure.exit_code == 2
    assert ids(tmp_path / "out") == kept
    crew = Here()
    assert run([file], tmp_path / "out", QUICK, crew).failures == [failure]
    assert crew.did == []


def test_an_identifier_that_comes_again_is_a_description_of_its_own(tmp_path: Path) -> None:
    file = written(tmp_path, *[activity(RETURN)] * 3, activity(RETURN, ""), activity(RETURN, ""))
    run([file], tmp_path / "out", QUICK)
    assert ids(tmp_path / "out") == ["A-1", "A-1#2", "A-1#3", "line-15", "line-19"]
    with open_portfolio(tmp_path / "out") as portfolio:
        assert sums(portfolio).descriptions == 5


def test_files_without_an_activity_that_is_taken_fail_only_where_there_is_nothing_else(tmp_path: Path) -> None:
    roads = written(tmp_path, activity(ROADS))
    found = run([roads, *write(tmp_path / "in", ["a"])], tmp_path / "out", QUICK)
    assert found.failures == []
    assert [(one.read, one.taken) for one in found.activities] == [(1, 0)]
    found = run([roads], tmp_path / "alone", QUICK)
    (failure,) = found.failures
    assert failure.what == "none of its 1 activities is about return and reintegration"
    crew = Here()
    assert run([roads], tmp_path / "alone", QUICK, crew).failures == [failure]
    assert crew.did == []


def test_a_large_file_goes_in_parts_that_give_the_same_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = written(tmp_path, *(activity(RETURN, f"A-{n}") for n in range(7)))
    run([file], tmp_path / "whole", QUICK)
    monkeypatch.setattr("checker.portfolio.work.MOST_AT_ONCE", 3)
    crew = Here()
    found = run([file], tmp_path / "parts", QUICK, crew)
    assert [task.kind for task in crew.did] == ["split", "part", "part", "part"]
    assert (found.descriptions, len(found.keys)) == (7, 3)
    for table in ("descriptions", "verdicts"):
        assert rows(tmp_path / "whole", table) == rows(tmp_path / "parts", table)
