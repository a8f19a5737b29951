"""Which files and which requirements a check is about."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable
from pathlib import Path

from msgspec.structs import replace

from checker.descriptions.syntaxes import SYNTAXES
from checker.errors import CallError, InputError
from checker.knowledge import Knowledge
from checker.knowledge.model import Profile, Requirement
from checker.knowledge.names import PROF
from checker.readers import FORMATS

FORM = ".xlsx"
_PROFILES = PROF.encode()
_HEAD = 64 * 1024
"""Bytes at the start of an RDF file among which its namespaces stand."""
_MARKS = {
    ".json": re.compile(rb'"@(?:context|id|type|graph|value|included)"'),
    ".xml": re.compile(rb"22-rdf-syntax-ns#|iati-"),
}
"""What stands in JSON-LD, RDF/XML and IATI under endings that other files have, too."""
_PIECE, _LONGEST_MARK = 1024 * 1024, 64
_NOT_DRAFTS = ("readme", "license", "changelog", "contributing")


def files_of(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files named, and those of a known format under the folders named, in order.

    In a folder, hidden files, profiles, a README or LICENSE, and JSON and XML that hold no RDF and no IATI are passed
    over. Raises InputError where there is nothing.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = [
                p
                for p in sorted(path.rglob("*"))
                if p.is_file() and _wanted(p.relative_to(path)) and not _is_profile(p) and _is_data(p)
            ]
            if not inside:
                raise InputError("the folder holds no draft", where=str(path), remedy=f"known are {known_endings()}")
            found.update(dict.fromkeys(inside))
        else:
            found[path] = None
    return tuple(found)


def is_rdf(path: Path) -> bool:
    return path.suffix.lower() in SYNTAXES


def is_form(path: Path) -> bool:
    return path.suffix.lower() == FORM


def known_endings() -> str:
    return " ".join(sorted({*FORMATS, *SYNTAXES, FORM}))


def _is_profile(path: Path) -> bool:
    """True of an RDF file that speaks of profiles: it says how to check, and is no draft."""
    if not is_rdf(path):
        return False
    try:
        with path.open("rb") as file:
            return _PROFILES in file.read(_HEAD)
    except OSError:
        return False


def _is_data(path: Path) -> bool:
    """False of a file whose ending says too little, and that holds not one triple and no activity."""
    marks = _MARKS.get(path.suffix.lower())
    if marks is None:
        return True
    try:
        with path.open("rb") as file:
            before = b""
            while piece := file.read(_PIECE):
                seen = before + piece.replace(b"\0", b"")  # UTF-16 puts them between letters
                if marks.search(seen):
                    return True
                before = seen[-_LONGEST_MARK:]
    except OSError:
        return True
    return False


def _wanted(path: Path) -> bool:
    if any(part.startswith((".", "~$")) for part in path.parts):
        return False
    if path.stem.lower().startswith(_NOT_DRAFTS):
        return False
    return path.suffix.lower() in SYNTAXES or path.suffix.lower() in FORMATS or is_form(path)


def requirements_for(knowledge: Knowledge, profile: Profile, kinds: Collection[str]) -> tuple[Requirement, ...]:
    """The profile's requirements for drafts of these kinds, as strong as it says, by theme and id."""
    ids = knowledge.for_kinds(kinds) & profile.requirements
    found = [_under(profile, knowledge.requirements[id_]) for id_ in ids]
    order = list(knowledge.themes)
    return tuple(sorted(found, key=lambda r: (order.index(r.theme) if r.theme in order else len(order), r.id)))


def _under(profile: Profile, requirement: Requirement) -> Requirement:
    strength = profile.strengths.get(requirement.id, requirement.strength)
    weight = profile.weight(requirement.id)
    if strength == requirement.strength and weight == requirement.weight:
        return requirement
    return replace(requirement, strength=strength, weight=weight)


def one_of(what: str, name: str, known: Iterable[str]) -> str:
    """The name, where it is known. Raises CallError with the nearest known one."""
    names = list(known)
    if name in names:
        return name
    near = difflib.get_close_matches(name.lower(), [n.lower() for n in names], 1)
    meant = next((n for n in names if near and n.lower() == near[0]), "")
    hint = f"did you mean {meant}?" if meant else f"known are {', '.join(sorted(names)[:20])}"
    raise CallError(f"unknown {what} '{name}'", remedy=hint)
