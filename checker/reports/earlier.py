"""Whether a file is a report that an earlier run wrote."""

from __future__ import annotations

import re
from pathlib import Path

_MUCH = 1 << 20
_MARKS = {
    ".html": re.compile(rb"guidecheck"),
    ".md": re.compile(rb"guidecheck"),
    ".txt": re.compile(rb"guidecheck|^\[[-+~xo]+\]\r?$", re.MULTILINE),
    ".json": re.compile(rb'"guidecheck":\s*"\d'),
}
_OF_RDF = re.compile(rb"www\.w3\.org/ns/earl#")


def is_report(path: Path) -> bool:
    """True of what bears the marks of a report in the format that its ending promises, and of an empty file.

    It may be written over: anything else of the same ending may be somebody's draft.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_MUCH)
    except OSError:
        return False
    return not head or bool(_MARKS.get(path.suffix.lower(), _OF_RDF).search(head))
