"""From the path of a draft to its located passages."""

from checker.readers.bounded import read
from checker.readers.document import Document, Passage, PassageKind
from checker.readers.formats import FORMATS

__all__ = ["FORMATS", "Document", "Passage", "PassageKind", "read"]
