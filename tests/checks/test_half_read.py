"""Of a file that breaks off, what is whole is checked, and what is not is an error: here as in a fork."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.check import Options, check
from checker.knowledge import load
from checker.readers import forked

BROKEN_OFF = """<iati-activities version="2.03">
<iati-activity><iati-identifier>XM-1</iati-identifier><title><narrative xml:lang="en">Reintegration</narrative></title>
</iati-activity>
<iati-activity><iati-identifier>XM-2</iati-identifier>
"""


@pytest.mark.parametrize("apart", [False, True])
def test_what_is_whole_is_checked(apart: bool, tmp_path: Path) -> None:
    file = tmp_path / "activities.xml"
    file.write_text(BROKEN_OFF)
    outcome = check([file], load(), Options(all_activities=True), apart=apart and forked.can_fork())
    assert [report.name for report in outcome.report.inputs] == ["Reintegration"]
    assert outcome.report.inputs[0].requirements
    (error,) = outcome.errors
    assert error.line.startswith("activities.xml:5: not well-formed XML")
    assert outcome.of == (file,)
