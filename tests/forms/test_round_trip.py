"""A filled form as workbook and as Turtle: the command line gives the same verdicts on both."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from checker.check import check
from checker.descriptions.forms.answers import Answer, FilledForm
from checker.descriptions.forms.questions import sections
from checker.knowledge import load
from checker.selection import requirements_for
from ui.describing.form import judged, turtle_of, workbook_of


@pytest.mark.parametrize("kind", ["sop", "programme"])
def test_files_come_out_as_the_form_does(kind: str, tmp_path: Path) -> None:
    knowledge = load()
    profile, dice = knowledge.profiles["everything"], random.Random(kind)  # noqa: S311 - no secret
    parts = sections(requirements_for(knowledge, profile, (kind,)), "es")
    answers = {
        q.id: Answer(dice.choice(["yes", "yes", "no", ""]), "=1+1\nReducir <b>" if q.wording else "", "p. 3")
        for part in parts
        for q in part.questions
    }
    form = FilledForm("", "", 'Mi "programa"', kind, "es", answers)
    expected = [(o.id, o.verdict) for o in judged(form, profile, knowledge).requirements]
    assert len({verdict for _, verdict in expected}) > 2
    (tmp_path / "f.ttl").write_bytes(turtle_of(form, knowledge))
    (tmp_path / "f.xlsx").write_bytes(workbook_of(form, profile, knowledge, "es"))
    for name in ("f.ttl", "f.xlsx"):
        (found,) = check([tmp_path / name], knowledge).report.inputs
        assert found.name == form.name
        assert [(o.id, o.verdict) for o in found.requirements] == expected
