"""IATI files for tests, from a few words."""

from __future__ import annotations

from pathlib import Path

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">\n'
TAIL = "\n</iati-activities>\n"


def activity(inside: str = "", identifier: str = "A-1", attributes: str = 'xml:lang="en"') -> str:
    return f"<iati-activity {attributes}>\n<iati-identifier>{identifier}</iati-identifier>\n{inside}\n</iati-activity>"


def written(folder: Path, *activities: str, name: str = "activities.xml") -> Path:
    file = folder / name
    file.write_text(HEAD + "\n".join(activities) + TAIL, "utf-8")
    return file
