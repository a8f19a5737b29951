"""From the path of a draft to its located passages."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from checker.readers.formats import FORMATS

if TYPE_CHECKING:
    from checker.readers.bounded import read
    from checker.readers.document import Document, Passage, PassageKind

__all__ = ["FORMATS", "Document", "Passage", "PassageKind", "read"]

_IN = {"read": "checker.readers.bounded"}
"""Imported when asked for, as a check of RDF reads no document; all but these are in ``checker.readers.document``."""


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(_IN.get(name, "checker.readers.document")), name)
    return found
