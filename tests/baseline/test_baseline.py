"""A baseline knows issues again by what they are, wherever they have moved."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.baseline import Compared, compare, read_baseline, write_baseline
from checker.errors import CallError, InputError
from checker.report import InputReport
from tests.drafts_in_reports import draft, row

IRI = "https://example.org/sop"
ASKED = {"SOP-07", "SOP-08"}


def kept(folder: Path, *before: InputReport) -> Path:
    write_baseline(folder / "base.json", before)
    return folder / "base.json"


def compared(folder: Path, base: Path, *now: InputReport) -> Compared:
    return compare(read_baseline(base), now, folder, ASKED)


def new(found: Compared) -> list[str]:
    return [f"{Path(d.path).name} {r.id}" for d in found.inputs for r in d.requirements if r.counts]


def test_only_new_issues_count(tmp_path: Path) -> None:
    base = kept(tmp_path, draft(str(tmp_path / "a.ttl"), row("SOP-07"), node=IRI))
    assert new(compared(tmp_path, base, draft(str(tmp_path / "a.ttl"), row("SOP-07"), row("SOP-08"), node=IRI))) == [
        "a.ttl SOP-08"
    ]


def test_a_renamed_file_has_no_new_issue(tmp_path: Path) -> None:
    base = kept(tmp_path, draft(str(tmp_path / "a.ttl"), row("SOP-07", fails=("x",)), node=IRI))
    found = compared(tmp_path, base, draft(str(tmp_path / "moved" / "b.ttl"), row("SOP-07", fails=("x",)), node=IRI))
    assert (new(found), found.gone) == ([], ())


@pytest.mark.parametrize(
    "now",
    [
        row("SOP-07", "partly-met", fails=("x", "y"), quote="We ask."),
        row("SOP-07", "not-met", fails=("x",), quote="We ask."),
        row("SOP-07", "partly-met", fails=("x",), quote="We do not ask."),
    ],
)
def test_an_issue_that_is_another_is_new(tmp_path: Path, now: object) -> None:
    base = kept(tmp_path, draft("a.md", row("SOP-07", "partly-met", fails=("x",), quote="We ask.")))
    assert len(new(compared(tmp_path, base, draft("a.md", now)))) == 1  # type: ignore[arg-type]


def test_another_draft_has_issues_of_its_own(tmp_path: Path) -> None:
    base = kept(tmp_path, draft("a.ttl", row("SOP-07"), node=IRI))
    assert new(compared(tmp_path, base, draft("a.ttl", row("SOP-07"), node=IRI + "2"))) == ["a.ttl SOP-07"]


def test_of_twins_the_one_in_its_place_is_known(tmp_path: Path) -> None:
    base = kept(tmp_path, draft(str(tmp_path / "b.md"), row("SOP-07")))
    now = [draft(str(tmp_path / name), row("SOP-07")) for name in ("a.md", "b.md", "c.md")]
    assert new(compared(tmp_path, base, *now)) == ["a.md SOP-07", "c.md SOP-07"]


def test_what_is_gone_is_told_and_what_was_not_checked_is_not(tmp_path: Path) -> None:
    for name in ("a.ttl", "b.ttl"):
        (tmp_path / name).touch()
    before = [draft(str(tmp_path / name), row("SOP-07"), node=IRI + name) for name in ("a.ttl", "b.ttl", "deleted.ttl")]
    base = kept(tmp_path, *before)
    found = compared(tmp_path, base, draft(str(tmp_path / "a.ttl"), row("SOP-07", "met"), node=IRI + "a.ttl"))
    assert [entry.path for entry in found.gone] == ["a.ttl", "deleted.ttl"]


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(("SOP-07", "SOP-08"))), max_size=6, unique=True))
def test_a_report_beside_its_own_baseline_has_nothing_new(
    tmp_path_factory: pytest.TempPathFactory, issues: list[tuple[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("base")
    drafts = [draft(str(folder / n), *(row(r) for d, r in issues if d == n)) for n in "ab"]
    found = compared(folder, kept(folder, *drafts), *drafts)
    assert (new(found), found.gone) == ([], ())


@pytest.mark.parametrize(
    "text", ["", "[]", '{"guidecheck-baseline": 2, "issues": []}', '{"guidecheck-baseline": 1}', "\xff"]
)
def test_a_file_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "base.json").write_bytes(text.encode("latin-1"))
    with pytest.raises(InputError, match=r"base\.json: is "):
        read_baseline(tmp_path / "base.json")


def test_one_that_cannot_be_read_or_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="--write-baseline"):
        read_baseline(tmp_path / "none.json")
    with pytest.raises(CallError, match="cannot be written"):
        write_baseline(tmp_path / "no" / "base.json", ())


def test_activities_of_one_file_have_issues_of_their_own(tmp_path: Path) -> None:
    file, one, two = str(tmp_path / "a.xml"), "urn:guidecheck:iati:XX-1", "urn:guidecheck:iati:XX-2"
    base = kept(tmp_path, draft(file, row("SOP-07"), node=one), draft(file, row("SOP-07", "met"), node=two))
    now = compared(tmp_path, base, draft(file, row("SOP-07", "met"), node=one), draft(file, row("SOP-07"), node=two))
    assert new(now) == ["a.xml SOP-07"]
    assert [entry.node for entry in now.gone] == [one]
