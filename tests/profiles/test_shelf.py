"""A profile that was ticked says as Turtle what was ticked, and is known by its name once it is saved."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from checker.errors import CallError
from checker.knowledge import load
from checker.knowledge.model import Text
from checker.profiles import profile_of
from checker.profiles.chosen import Asked, Chosen, chosen_of, copied
from checker.profiles.naming import known_name
from checker.profiles.opening import opened
from checker.profiles.shelf import TakenError, all_profiles, delete, file_of, save, stamp_of
from checker.profiles.turtle import as_turtle

EXAMPLE = Path(__file__).parents[2] / "examples/profiles/river-fund.ttl"


@pytest.mark.parametrize("count", [1, 40, 300, 499])
def test_what_is_ticked_comes_back(count: int, tmp_path: Path) -> None:
    dice = random.Random(count)  # noqa: S311 - no secret
    asked = {
        r: Asked(dice.choice(["must", "should", "may"]), dice.choice([1.0, 2.5, 100.0, 0.01]))
        for r in dice.sample(sorted(load().requirements), count)
    }
    file = tmp_path / "p.ttl"
    file.write_text(as_turtle(Chosen("p", Text({"en": 'A "x"\n<b>'}), asked), load()), "utf-8")
    assert dict(chosen_of(profile_of(str(file), load()), load()).asked) == asked


def test_a_saved_profile_is_known_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDECHECK_PROFILES", str(tmp_path))
    chosen = Chosen("my-fund", Text({"en": "My fund"}), {"SOP-07": Asked("must", 5.0)})
    save(chosen, load())
    assert profile_of("my-fund", load()).weight("SOP-07") == 5
    assert "my-fund" in all_profiles(load())
    with pytest.raises(CallError):
        save(chosen, load())


@pytest.mark.parametrize("weight", [0.00001, 33.333333, 1e-7 + 1, 100.0])
def test_a_weight_comes_back_as_it_was(weight: float, tmp_path: Path) -> None:
    file = tmp_path / "p.ttl"
    file.write_text(as_turtle(Chosen("p", Text({"en": "P"}), {"SOP-07": Asked("may", weight)}), load()), "utf-8")
    assert profile_of(str(file), load()).weight("SOP-07") == weight


MORE = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
<urn:river-fund:profile> a dcterms:Standard ; dcterms:created "2026-01-05" ; dcterms:creator [ foaf:name "Ana" ] .
<urn:report> dcterms:references <urn:river-fund:profile> .
"""


def test_what_a_file_says_besides_is_kept(tmp_path: Path) -> None:
    file, again = tmp_path / "own.ttl", tmp_path / "again.ttl"
    file.write_text(EXAMPLE.read_text("utf-8") + MORE, "utf-8")
    chosen = opened(file, load())
    again.write_text(as_turtle(chosen, load()), "utf-8")
    assert '"Ana"' in again.read_text("utf-8")
    assert "<urn:report> <http://purl.org/dc/terms/references> <urn:river-fund:profile>" in again.read_text("utf-8")
    same = opened(again, load())
    assert (same.asked, same.label, same.iri, len(same.more)) == (chosen.asked, chosen.label, chosen.iri, 5)
    copy = as_turtle(replace(copied(chosen), token="lake"), load())  # noqa: S106 - a short name
    assert "urn:river-fund" not in copy
    assert "<urn:report> <http://purl.org/dc/terms/references> <urn:guidecheck:profile:lake>" in copy


def test_a_profile_without_an_address_opens(tmp_path: Path) -> None:
    file = tmp_path / "own.ttl"
    text = EXAMPLE.read_text("utf-8").replace("<urn:river-fund:profile>", "[]")
    file.write_text(text, "utf-8")
    assert opened(file, load()).iri == ""
    assert opened(file, load()).asked == opened(EXAMPLE, load()).asked


def test_what_someone_else_saved_is_not_written_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDECHECK_PROFILES", str(tmp_path))
    mine = Chosen("fund", Text({"en": "Fund"}), {"SOP-07": Asked("must", 5.0)})
    save(mine, load())
    seen = stamp_of("fund")
    theirs = replace(mine, asked={"SOP-01": Asked("must")})
    save(theirs, load(), replacing="fund", seen=seen)
    with pytest.raises(TakenError):
        save(mine, load(), replacing="fund", seen=seen)
    assert opened(file_of("fund"), load()).asked == theirs.asked
    save(mine, load(), replacing="fund")
    assert opened(file_of("fund"), load()).asked == mine.asked


def test_deleted_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDECHECK_PROFILES", str(tmp_path / "shelf"))
    save(Chosen("fund", Text({"en": "Fund"}), {"SOP-07": Asked("must")}), load())
    outside = tmp_path / "outside.ttl"
    outside.write_text("", "utf-8")
    delete("../outside")
    delete("fund")
    delete("fund")
    assert stamp_of("fund") == ""
    assert outside.exists()
    assert "fund" not in all_profiles(load())


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ({"en": "River", "es": "Río"}, ["River", "Río", "River"]),
        ({"es": "Río"}, ["Río", "Río", "Río"]),
        ({}, ["fund", "fund", "fund"]),
    ],
)
def test_what_people_call_it(
    names: dict[str, str], expected: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUIDECHECK_PROFILES", str(tmp_path))
    save(Chosen("fund", Text(names), {"SOP-07": Asked("must")}), load())
    assert [known_name("fund", load(), language) for language in ("en", "es", "fr")] == expected
    assert known_name("gone", load(), "en") == "gone"
    assert known_name("gone", load(), "en", "Old Fund") == "Old Fund"
