"""Where the knowledge lies: beside the package in a checkout, inside it in an installed copy."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


ONTOLOGY = _folder("ontology")
SHAPES = _folder("shapes")


WORDINGS = ONTOLOGY / "wordings"


def knowledge_files() -> tuple[Path, ...]:
    """Every Turtle file of the knowledge, in a fixed order."""
    return tuple(sorted([*ONTOLOGY.rglob("*.ttl"), *SHAPES.rglob("*.ttl")], key=lambda p: (p.parent.name, p.name)))


def is_wording(file: Path) -> bool:
    """True of the files that hold nothing but cues, one a language: only reading a text needs them."""
    return file.parent.name == WORDINGS.name
