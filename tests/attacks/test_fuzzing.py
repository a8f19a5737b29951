"""What fuzzing feeds is fed, a little, in every run of the tests."""

from __future__ import annotations

import re
from contextlib import suppress
from random import Random

import pytest

from checker.errors import GuidecheckError
from fuzz.corpus import seeds
from fuzz.mixing import mixed
from fuzz.targets import TARGETS
from tests.shared_material import ROOT

LARGEST, TIMES = 1 << 12, 12


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_and_what_a_few_changes_make_of_them_are_read_or_refused_in_a_sentence(name: str) -> None:
    given = list(seeds(name))
    assert any(_is_read(name, seed) for seed in given)
    random = Random(name)  # noqa: S311
    for _ in range(TIMES):
        _is_read(name, mixed(random.choice(given), LARGEST, random, given))


def _is_read(name: str, data: bytes) -> bool:
    with suppress(GuidecheckError):
        TARGETS[name](data)
        return True
    return False


def test_each_target_is_told_of_with_its_last_run() -> None:
    text = (ROOT / "docs" / "threat-model.md").read_text("utf-8").partition("## Fuzzing")[2]
    assert re.findall(r"^\| ([\w-]+) \|.*\| [\d,]+ \| [\d,]+ \| [\d,]+ \| \d", text, re.MULTILINE) == list(TARGETS)
