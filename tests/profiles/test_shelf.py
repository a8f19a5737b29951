"""A profile that was ticked says as Turtle what was ticked, and is known by its name once it is saved."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from checker.errors import CallError
from checker.knowledge import load
from checker.knowledge.model import Text
from checker.profiles import profile_of
from checker.profiles.chosen import Asked, Chosen, as_turtle, chosen_of
from checker.profiles.shelf import all_profiles, save


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
