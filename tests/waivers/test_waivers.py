"""Waivers: read with their lines, put on issues, and told where they do nothing."""

from __future__ import annotations

import csv
import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import InputError
from checker.waivers import Applied, apply, read_waivers
from tests.drafts_in_reports import draft, row

WRONG = Path(__file__).with_name("wrong.csv")
KNOWN = ("SOP-01", "SOP-07", "SOP-08", "DIM-24")
TODAY = date(2026, 6, 1)
FIELDS = {
    "requirement": "SOP-07",
    "target": "*.ttl",
    "reason": "Told elsewhere",
    "who": "A. Person",
    "until": "2026-12-31",
}


def written(**fields: str) -> str:
    return "[[waiver]]\n" + "\n".join(f'{name} = "{value}"' for name, value in (FIELDS | fields).items()) + "\n"


def filled(text: str) -> str:
    def one(found: re.Match[str]) -> str:
        name, value = found[1], found[2]
        return written(**({} if value is None else {"requirement" if name == "all" else name: value})).rstrip()

    return re.sub(r"\{(\w+)(?::([^}]*))?\}", one, text.replace("\\n", "\n"))


def applied(folder: Path, text: str, *drafts: object, whole: bool = True) -> Applied:
    file = folder / "w.toml"
    file.write_text(text, "utf-8")
    return apply(read_waivers(file, KNOWN), drafts, TODAY, KNOWN, whole=whole)  # type: ignore[arg-type]


def test_a_target_that_is_the_very_path_needs_no_pattern(tmp_path: Path) -> None:
    found = applied(
        tmp_path, written(target="plans/été [1].ttl"), draft(str(tmp_path / "plans/été [1].ttl"), row("SOP-07"))
    )
    assert found.inputs[0].requirements[0].waived_by


@pytest.mark.parametrize("case", list(csv.DictReader(WRONG.read_text("utf-8").splitlines(), delimiter="|")))
def test_what_is_wrong_is_said_with_its_line(tmp_path: Path, case: dict[str, str]) -> None:
    with pytest.raises(InputError) as raised:
        applied(tmp_path, filled(case["text"]))
    assert raised.value.line.startswith(case["said"])


def test_a_waived_issue_stays_and_does_not_count(tmp_path: Path) -> None:
    found = applied(
        tmp_path, written(), draft(str(tmp_path / "a.ttl"), row("SOP-07"), row("SOP-08"), row("SOP-01", "met"))
    )
    waived, other, met = found.inputs[0].requirements
    assert waived.waived_by is not None
    assert (waived.waived_by.who, waived.waived_by.until, waived.verdict) == ("A. Person", "2026-12-31", "not-stated")
    assert (waived.counts, other.counts, met.counts) == (False, True, False)
    assert (found.expired, found.unused) == ((), ())


@pytest.mark.parametrize(
    ("target", "fits"),
    [
        ("a.ttl", False), ("data/a.ttl", True), ("./data/a.ttl", True), ("data/*", True), ("**/a.ttl", True),
        ("https://example.org/drafts#sop", True), ("https://example.org/*", True), ("https://example.org/other", False),
    ],
)  # fmt: skip
def test_a_target_is_a_path_or_the_iri_of_a_draft(tmp_path: Path, target: str, fits: bool) -> None:
    one = draft(str(tmp_path / "data" / "a.ttl"), row("SOP-07"), node="https://example.org/drafts#sop")
    assert (applied(tmp_path, written(target=target), one).inputs[0].requirements[0].waived_by is not None) is fits


def test_requirements_may_be_a_pattern(tmp_path: Path) -> None:
    found = applied(
        tmp_path, written(requirement="SOP-*"), draft(str(tmp_path / "a.ttl"), row("SOP-07"), row("DIM-24"))
    )
    assert [r.counts for r in found.inputs[0].requirements] == [False, True]


@pytest.mark.parametrize(("until", "counts"), [("2026-06-01", False), ("2026-05-31", True)])
def test_it_holds_up_to_and_on_its_last_day(tmp_path: Path, until: str, counts: bool) -> None:
    found = applied(tmp_path, written(until=until), draft(str(tmp_path / "a.ttl"), row("SOP-07")))
    assert found.inputs[0].requirements[0].counts is counts
    assert [n for _, n in found.expired] == ([1] if counts else [])


def test_one_that_waives_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.ttl").touch()
    mended = draft(str(tmp_path / "a.ttl"), row("SOP-07", "met"))
    assert len(applied(tmp_path, written(target="a.ttl"), mended, whole=False).unused) == 1
    assert applied(tmp_path, written(target="b.ttl"), mended, whole=False).unused == ()
    assert len(applied(tmp_path, written(target="b.ttl"), mended, whole=True).unused) == 1
    assert len(applied(tmp_path, written(target="gone.ttl"), mended, whole=False).unused) == 1


@given(
    st.dictionaries(
        st.sampled_from([*FIELDS, "x"]), st.one_of(st.text(max_size=12), st.integers(), st.dates()), max_size=6
    )
)
def test_any_waiver_is_read_or_refused_with_its_line(
    tmp_path_factory: pytest.TempPathFactory, fields: dict[str, object]
) -> None:
    file = tmp_path_factory.mktemp("waivers") / "w.toml"
    lines = [f"{k} = {json.dumps(v) if isinstance(v, str) else v}" for k, v in fields.items()]
    file.write_text("\n".join(["[[waiver]]", *lines]).replace("\x7f", ""), "utf-8")
    try:
        read_waivers(file, KNOWN)
    except InputError as error:
        assert re.match(r"w\.toml:\d+: ", error.line)
