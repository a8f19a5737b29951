"""Files of IATI: their activities as statements, and their narratives as texts, each with its line."""

from __future__ import annotations

from checker.activities import ActivityFile, is_iati
from checker.descriptions.iati.activity import MOST_TEXT
from checker.descriptions.iati.lines import with_lines
from checker.descriptions.iati.narratives import texts
from checker.knowledge import load
from fuzz.targets.files import written


def iati(data: bytes) -> None:
    file, knowledge = written(data, "activities.xml"), load()
    if not is_iati(file):
        return
    for taken in ActivityFile(file, knowledge, everything=True):
        activity = taken.activity
        most = data.count(b"\n") + data.count(b"\r") + 1
        lines = [*activity.lines().values(), *(n.line for n in activity.narratives), *(i.line for i in taken.issues)]
        assert all(1 <= line <= most for line in lines), lines
        assert sum(len(n.text) for n in activity.narratives) <= MOST_TEXT
        list(with_lines(activity, file.name))
        for said in texts(activity.narratives, tuple(knowledge.languages), "en", path="", sha256=""):
            for p in said.document.passages:
                assert said.document.text[p.start : p.end] == p.text
                assert said.lines[p.start] in lines
