"""What the how-to shows is what there is; tests/docs runs its commands."""

from __future__ import annotations

import re

import yaml

from checker.reports import ENDINGS, FORMATS
from tests.shared_material import ROOT

PAGE = (ROOT / "docs" / "how-to" / "check-in-ci.md").read_text("utf-8")


def test_every_format_and_ending_is_in_the_table() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.*?) \|", PAGE, re.MULTILINE)
    assert {name for name, _ in rows} == set(FORMATS)
    told = {(ending, name) for name, endings in rows for ending in re.findall(r"`(\S+)`", endings)}
    assert told == {pair for pair in ENDINGS.items() if pair[0] != ".htm"}


def test_examples_are_yaml_and_name_what_there_is() -> None:
    github, gitlab, hooks = map(yaml.safe_load, re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL))
    inputs = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"]
    assert github["steps"][1]["with"].keys() <= inputs.keys()
    assert (ROOT / gitlab["include"][0]["file"]).is_file()
    template = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text("utf-8"))
    assert gitlab["variables"].keys() <= template["variables"].keys()
    known = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    assert {hook["id"] for repo in hooks["repos"] for hook in repo["hooks"]} <= known
