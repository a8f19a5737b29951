"""Where the knowledge lies: beside the package in a checkout, inside an installed copy, and in folders of one's own."""

from __future__ import annotations

import os
from pathlib import Path

from checker.errors import CallError

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


ONTOLOGY = _folder("ontology")
SHAPES = _folder("shapes")
UI = _folder("ui")


OWN = "GUIDECHECK_KNOWLEDGE"
"""Environment variable: folders of Turtle that are read beside ours, with the system's path separator between them."""
OWN_PROFILES = "GUIDECHECK_PROFILES"
"""Environment variable: the folder of profiles saved on this machine, where it is not the user's data folder."""
WORDINGS, NOTIONS, SIGNS, PASSAGES, STRUCTURES = (
    ONTOLOGY / name for name in ("wordings", "notions", "signs", "passages", "structures")
)
"""Folders that only reading a text needs: cues and notions (a file a language), signs, example passages, structures."""
IATI = ONTOLOGY / "iati"
"""How IATI activities become descriptions: readings of elements, code lists, and which activities are ours."""
_FOR_TEXTS = frozenset(map(str, (WORDINGS, NOTIONS, SIGNS, PASSAGES, STRUCTURES, IATI)))
IATI_SCHEMAS = _PACKAGE / "descriptions" / "iati" / "schemas"


def knowledge_files() -> tuple[Path, ...]:
    """Every Turtle file of the knowledge, in a fixed order; the files of own folders come last."""
    ours = sorted([*ONTOLOGY.rglob("*.ttl"), *SHAPES.rglob("*.ttl")], key=lambda p: (p.parent.name, p.name))
    return (*ours, *(file for folder in own_folders() for file in sorted(folder.rglob("*.ttl"))))


def own_folders() -> tuple[Path, ...]:
    """The folders that ``OWN`` names. Raises CallError where one is missing or holds no Turtle."""
    folders = tuple(Path(named) for named in os.environ.get(OWN, "").split(os.pathsep) if named)
    for folder in folders:
        if not any(folder.rglob("*.ttl")):
            raise CallError(
                "the folder of own knowledge holds no Turtle file", where=str(folder), remedy="check the path"
            )
    return folders


def is_for_texts(file: Path) -> bool:
    """True of the files that say how texts and IATI files word things: checking RDF needs none of them."""
    return str(file.parent) in _FOR_TEXTS


CACHE = "GUIDECHECK_CACHE"
"""Environment variable: the folder of what is kept between runs and may be deleted, instead of the user's own."""


def cache_folder() -> Path:
    if os.environ.get(CACHE):
        return Path(os.environ[CACHE])
    from platformdirs import user_cache_path

    return user_cache_path("guidecheck", appauthor=False)


def own_profiles_folder() -> Path:
    """Where profiles are saved; it need not be there yet."""
    if named := os.environ.get(OWN_PROFILES):
        return Path(named)
    from platformdirs import user_data_path

    return user_data_path("guidecheck", appauthor=False) / "profiles"


def unsaved_folder() -> Path:
    """Where the screens keep what was begun and is saved nowhere yet, beside the saved profiles."""
    return own_profiles_folder().absolute().parent / "unsaved"
