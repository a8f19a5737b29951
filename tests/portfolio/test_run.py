"""A portfolio from files to rows: all that can be done is done, and what cannot is named."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from checker.activities import ActivityFile
from checker.knowledge import load
from checker.portfolio.crew import Alone, Crew
from checker.portfolio.drive import Found
from checker.portfolio.rows import DESCRIPTIONS, VERDICTS
from checker.portfolio.run import Settings, check_portfolio
from checker.portfolio.task import Done, Task
from tests.portfolio.making import PREFIXES, programme, write
from tests.portfolio.results import content, one_by_one, rows
from tests.portfolio.working import Here, deadly, hungry, without_room

CASES = sorted((Path(__file__).parents[2] / "examples" / "cases").glob("*.ttl"))
MEMORY = 2**30
pytestmark = pytest.mark.usefixtures("ends_by_size")


def run(paths: list[Path], folder: Path, crew: Crew | None = None, profile: str = "emm", memory: str = "1GB") -> Found:
    crew = crew or Here()
    return check_portfolio([str(p) for p in paths], folder, Settings(profile, memory=memory), hire=lambda *_: crew)


def names(folder: Path) -> list[str]:
    return [row["description"].rpartition("/")[2] for row in rows(folder, "descriptions")]


@pytest.mark.parametrize(("files", "profile"), [(CASES[::5], "everything"), (CASES, "emm")])
def test_rows_are_what_the_check_of_each_file_gives(tmp_path: Path, files: list[Path], profile: str) -> None:
    run(files, tmp_path, profile=profile)
    described = {row["description"]: row for row in rows(tmp_path, "descriptions")}
    columns = ("requirement", "verdict", "strength", "missing")
    mine = {
        (described[row["description"]]["title"], *(row[name] or "" for name in columns))
        for row in rows(tmp_path, "verdicts")
    }
    verdicts, coverage = one_by_one(files, profile)
    assert mine == verdicts
    asked = {row["title"]: row["coverage"] for row in described.values() if row["coverage"] is not None}
    nothing_asked = {row["title"] for row in described.values()} - asked.keys()
    assert asked == pytest.approx({name: share for name, share in coverage.items() if name not in nothing_asked})
    assert all(coverage[name] == 0 for name in nothing_asked)


def test_tables_have_the_columns_agreed_on_and_counts_that_add_up(tmp_path: Path) -> None:
    run(CASES[:3], tmp_path / "out")
    verdicts = rows(tmp_path / "out", "verdicts")
    assert list(verdicts[0]) == VERDICTS.names
    for row in rows(tmp_path / "out", "descriptions"):
        assert list(row) == DESCRIPTIONS.names
        own = [v["verdict"] for v in verdicts if v["description"] == row["description"]]
        for verdict in ("met", "partly-met", "not-met", "not-stated", "not-applicable"):
            assert row[verdict.replace("-", "_")] == own.count(verdict)
    summary = json.loads((tmp_path / "out" / "portfolio.json").read_text(encoding="utf-8"))
    assert (summary["profile"], summary["knowledge"], summary["descriptions"]) == ("emm", load().digest, 3)
    assert [entry["path"] for entry in summary["inputs"]] == [str(case) for case in CASES[:3]]


def test_who_publishes_where_is_told(tmp_path: Path) -> None:
    text = f"""{PREFIXES}{programme("one")}
    ex:one dcterms:publisher ex:house ; dcterms:spatial "Senegal" ; dcterms:language "fr" .
    ex:house rdfs:label "The house" ."""
    (tmp_path / "one.ttl").write_text(text, encoding="utf-8")
    run([tmp_path / "one.ttl"], tmp_path / "out")
    (row,) = rows(tmp_path / "out", "descriptions")
    assert (row["organisation"], row["country"], row["language"]) == ("The house", "Senegal", "fr")


def test_a_malformed_file_is_named_and_the_others_are_done(tmp_path: Path) -> None:
    files = write(tmp_path / "in", ["a", "b", "c"])
    files[1].write_text(f"{PREFIXES}\nex:b a gc:ProgrammeDraft ; ;; <", encoding="utf-8")
    found = run([tmp_path / "in"], tmp_path / "out")
    (failure,) = found.failures
    assert failure.where.startswith(f"{files[1]}:")
    assert failure.exit_code == 2
    assert names(tmp_path / "out") == ["a", "c"]


def test_what_names_nothing_is_told_and_the_rest_is_done(tmp_path: Path) -> None:
    (file,) = write(tmp_path / "in", ["a"])
    found = run([file, tmp_path / "*.nothing", tmp_path / "absent.ttl"], tmp_path / "out")
    assert [f.where for f in found.failures] == [str(tmp_path / "*.nothing"), str(tmp_path / "absent.ttl")]
    assert names(tmp_path / "out") == ["a"]


def test_a_second_run_does_nothing_and_tells_the_same(tmp_path: Path) -> None:
    files = write(tmp_path / "in", ["a", "b"])
    files[1].write_text("nonsense", encoding="utf-8")
    first = run([tmp_path / "in"], tmp_path / "out")
    before = content(tmp_path / "out")
    again = Here()
    second = run([tmp_path / "in"], tmp_path / "out", again)
    assert again.did == []
    assert (second.failures, second.descriptions) == (first.failures, first.descriptions)
    assert content(tmp_path / "out") == before


def test_changed_content_another_profile_and_lost_rows_are_done_anew(tmp_path: Path) -> None:
    (file,) = write(tmp_path / "in", ["a"])
    run([file], tmp_path / "out")
    file.write_text(PREFIXES + programme("b"), encoding="utf-8")
    run([file], tmp_path / "out")
    assert names(tmp_path / "out") == ["b"]
    for change in (lambda: None, lambda: shutil.rmtree(tmp_path / "out" / "verdicts")):
        change()
        crew = Here()
        run([file], tmp_path / "out", crew, profile="rcm-guide")
        assert len(crew.did) == 1
    assert len(content(tmp_path / "out")) == 2


def test_a_large_file_gives_the_rows_of_small_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    some = [f"p{n:02}" for n in range(20)]
    together = tmp_path / "in.ttl"
    together.write_text(PREFIXES + "".join(map(programme, some)), encoding="utf-8")
    write(tmp_path / "in", some)
    run([tmp_path / "in"], tmp_path / "small")
    monkeypatch.setattr("checker.portfolio.plan.LARGE", 1)
    monkeypatch.setattr("checker.portfolio.work.MOST_AT_ONCE", 6)
    crew = Here()
    found = run([together], tmp_path / "large", crew)
    assert [task.kind for task in crew.did] == ["split", *["part"] * 4]
    left_out = {"source", "line"}
    for table in ("descriptions", "verdicts"):
        small, large = ([{k: v for k, v in row.items() if k not in left_out} for row in rows(tmp_path / f, table)]
                        for f in ("small", "large"))  # fmt: skip
        assert small == large
    assert len(found.keys) == 4
    lost = next((tmp_path / "large" / "descriptions").iterdir())
    lost.unlink()
    crew = Here()
    assert run([together], tmp_path / "large", crew).descriptions == 20
    assert crew.did[0].kind == "split"
    assert len(crew.did) == 2


def test_documents_and_forms_go_one_by_one(tmp_path: Path) -> None:
    draft = tmp_path / "plan.md"
    draft.write_text("# Reintegration programme\n\nA steering committee meets every month.\n", encoding="utf-8")
    form = tmp_path / "form.ttl"
    form.write_text(
        f"{PREFIXES}ex:f a gc:ProgrammeDraft ; gc:hasAnswer ex:a . ex:a gc:saysYes true ;"
        " gc:toQuestion <https://w3id.org/guidecheck/requirement/GOV-01-body> .",
        encoding="utf-8",
    )
    found = run([draft, form], tmp_path / "out")
    assert found.failures == []
    by = {row["source"]: row for row in rows(tmp_path / "out", "descriptions")}
    assert set(by) == {str(draft), str(form)}
    assert by[str(draft)]["description"] == "plan.md"


def test_a_full_disk_ends_the_run_with_its_name_and_the_next_run_goes_on(tmp_path: Path) -> None:
    class Full(Here):
        def ended(self, seconds: float) -> tuple[Task, Done | None]:
            task = self._todo.pop()
            self.did.append(task)
            return task, without_room(task)

    write(tmp_path / "in", ["a", "b"])
    found = run([tmp_path / "in"], tmp_path / "out", Full())
    (failure,) = found.failures
    assert failure.exit_code == 3
    assert "cannot be written (File too large)" in failure.what
    assert content(tmp_path / "out") == {}
    assert not list((tmp_path / "out").rglob("*.part"))
    assert run([tmp_path / "in"], tmp_path / "out").failures == []
    assert names(tmp_path / "out") == ["a", "b"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 24 KB."""
    place = tmp_path / "disk"
    place.mkdir()
    call = ["mount", "-t", "tmpfs", "-o", "size=24k", "tmpfs", str(place)]
    if not shutil.which("mount") or subprocess.run(call, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_on_a_disk_that_fills_up_what_fits_stays(
    tmp_path: Path, small_disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checker.portfolio.plan._MOST_FILES", 1)
    write(tmp_path / "in", [f"p{n}" for n in range(8)])
    found = run([tmp_path / "in"], small_disk / "out")
    assert not found.complete
    assert {failure.exit_code for failure in found.failures} == {3}
    assert any("No space left on device" in failure.what for failure in found.failures)
    assert any("parts are not done" in failure.what for failure in found.failures)
    whole = rows(small_disk / "out", "descriptions")
    assert len(whole) == found.descriptions == len(found.keys) < 8
    assert not list(small_disk.rglob("*.part"))


KILLS: list[tuple[Callable[[Task], Done], str]] = [
    (deadly, "ends the worker each time"),
    (hungry, "needs more memory than 1024 MB"),
]


@pytest.mark.parametrize(("work", "said"), KILLS)
def test_a_file_that_ends_the_worker_is_found_among_the_others(
    tmp_path: Path, work: Callable[[Task], Done], said: str
) -> None:
    files = write(tmp_path / "in", ["a", "b", "poison", "z"])
    crew = Alone(MEMORY, work)
    found = run([tmp_path / "in"], tmp_path / "out", crew)
    (failure,) = found.failures
    assert failure.where.startswith(str(files[2]))
    assert failure.exit_code == 3
    assert said in failure.what
    assert names(tmp_path / "out") == ["a", "b", "z"]
    again = Here()
    assert run([tmp_path / "in"], tmp_path / "out", again).failures == []
    assert {item.source for task in again.did for item in task.items} == {str(files[2])}


def test_activities_of_iati_are_drafts_of_a_portfolio_with_their_lines(tmp_path: Path) -> None:
    example = CASES[0].parents[1] / "iati" / "reintegration-activities.xml"
    run([example, CASES[0]], tmp_path)
    taken = list(ActivityFile(example, load()))
    found = {r["description"]: r for r in rows(tmp_path, "descriptions") if r["source"] == str(example)}
    assert taken
    assert {t.activity.description.draft: t.activity.line for t in taken} == {d: r["line"] for d, r in found.items()}
    assert {r["kind"] for r in found.values()} == {"programme"}
