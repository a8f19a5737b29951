"""Every promise of the threat model, and every attack it knows of, names a test, and the test is there."""

from __future__ import annotations

import ast
import re

from tests.shared_material import ROOT

TEXT = (ROOT / "docs" / "threat-model.md").read_text("utf-8")
PROMISED = TEXT.split("## What is promised")[1].split("\n## ")[0]
ATTACKS = TEXT.split("## Attacks and their tests")[1].split("\n## ")[0]
PROMISES = [line for line in (PROMISED + ATTACKS).splitlines() if line.startswith("| ")]
PROMISES = [line for line in PROMISES if line not in ("| promise | held by |", "| attack | test |")]


def test_each_promise_is_held_by_tests_that_exist() -> None:
    assert len(PROMISES) > 40
    for promise in PROMISES:
        named = re.findall(r"`(tests/[\w/.]+\.py)(?:::(\w+))?`", promise)
        assert named, promise
        for file, test in named:
            tree = ast.parse((ROOT / file).read_text("utf-8"))
            assert not test or test in {n.name for n in tree.body if isinstance(n, ast.FunctionDef)}, test
