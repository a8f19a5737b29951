"""What is sent under load: drafts, RDF, IATI, files that are broken and files that attack."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import cycle, zip_longest
from pathlib import Path
from typing import Any

from lxml import etree

from tests.attacks import documents, rdf
from tests.attacks.canary import Canary

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
_ACTIVITIES = 2
_CASES = 12
_PARAGRAPH = "The returnee is asked for consent, and the ministry of labour chairs a committee that meets each month. "


@dataclass(frozen=True, slots=True)
class File:
    name: str
    data: bytes


def different(canary: Canary) -> list[File]:
    """The files that differ from one another; one of each sort comes in turn."""
    sorts = (_drafts(), _descriptions(), [_activities()], _broken(), _hostile(canary))
    return [file for row in zip_longest(*sorts) for file in row if file is not None]


def mixed(files: Iterable[File], many: int) -> list[File]:
    """So many uploads, no two of one name, so that an answer that was meant for another one shows."""
    turns = cycle(files)
    return [File(f"{n:03}-{file.name}", file.data) for n, file in zip(range(many), turns, strict=False)]


def by_command_line(files: Sequence[File], folder: Path) -> dict[str, dict[str, Any] | str]:
    """What ``guidecheck check`` says of each file, by its name: its input of the report, or its line on standard
    error."""
    paths = [folder / file.name for file in files]
    for path, file in zip(paths, files, strict=True):
        path.write_bytes(file.data)
    command = [sys.executable, "-m", "checker", "check", "--format", "json", "--fail-on", "never", "--no-cache"]
    run = subprocess.run([*command, *map(str, paths)], cwd=ROOT, capture_output=True, check=False)
    said: dict[str, dict[str, Any] | str] = {
        path.name: line
        for line in run.stderr.decode().splitlines()
        for path in paths
        if line.startswith(f"guidecheck: {path}:")
    }
    return said | {Path(one["path"]).name: one for one in json.loads(run.stdout)["inputs"]}


def _drafts() -> list[File]:
    return [
        File("sop.docx", (EXAMPLES / "drafts/sop-reintegration-en.docx").read_bytes()),
        File("short.txt", _PARAGRAPH.encode() * 40),
        File("short.md", f"# Consent\n\n{_PARAGRAPH * 20}\n\n## Steering\n\n{_PARAGRAPH * 20}".encode()),
        File("short.html", f"<h1>Consent</h1><p>{_PARAGRAPH * 30}</p>".encode()),
        File("página-ñ.txt", ("El comité se reúne cada mes con los retornados. " * 60).encode()),
    ]


def _descriptions() -> list[File]:
    return [File(file.name, file.read_bytes()) for file in sorted((EXAMPLES / "cases").glob("*.ttl"))[:_CASES]]


def _activities() -> File:
    """The example with its first activities only."""
    tree = etree.parse(EXAMPLES / "iati/reintegration-activities.xml")
    for activity in tree.getroot().findall("iati-activity")[_ACTIVITIES:]:
        tree.getroot().remove(activity)
    return File("activities.xml", bytes(etree.tostring(tree, encoding="utf-8", xml_declaration=True)))


def _broken() -> list[File]:
    return [
        File("broken.docx", b"no archive"),
        File("cut.docx", (EXAMPLES / "drafts/sop-reintegration-en.docx").read_bytes()[:20_000]),
        File("cut.pdf", (EXAMPLES / "drafts/programme-proposal-en.pdf").read_bytes()[:4000]),
        File("cut.ttl", (EXAMPLES / "cases/cote-divoire-sop.ttl").read_bytes()[:2001]),
        File("empty.txt", b""),
        File("unknown.exe", b"MZ" + bytes(200)),
        File("noise.pdf", bytes(range(256)) * 40),
    ]


def _hostile(canary: Canary) -> list[File]:
    described = {**rdf.REFUSED, **{name: (made, "") for name, made in rdf.READ.items()}}
    drafted = {**documents.REFUSED, **{name: (made, "") for name, made in documents.READ.items()}}
    return [
        *(File(name, made(canary)) for name, (made, _) in drafted.items()),
        *(File(name, made(canary).encode()) for name, (made, _) in described.items()),
    ]
