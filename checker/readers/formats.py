"""The formats that are read, and where the reader of each stands. A new format is one line here and one module."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.readers.blocks import Reading

Reader = Callable[[bytes, str], "Reading"]
"""From a file's bytes and its name (for error messages) to its blocks. Raises InputError."""


@dataclass(frozen=True, slots=True)
class Format:
    """``module`` is imported only when such a file is read; it holds ``read(data, name)``."""

    id: str
    extensions: tuple[str, ...]
    module: str

    def reader(self) -> Reader:
        reader: Reader = import_module(self.module).read
        return reader


_ALL = (
    Format("docx", (".docx", ".docm", ".dotx", ".dotm"), "checker.readers.docx"),
    Format("pdf", (".pdf",), "checker.readers.pdf"),
    Format("odt", (".odt", ".ott"), "checker.readers.odt"),
    Format("html", (".html", ".htm", ".xhtml"), "checker.readers.html"),
    Format("markdown", (".md", ".markdown"), "checker.readers.markdown"),
    Format("text", (".txt", ".text"), "checker.readers.plain"),
)
BY_ID = {format.id: format for format in _ALL}
BY_EXTENSION = {extension: format.id for format in _ALL for extension in format.extensions}
FORMATS: tuple[str, ...] = tuple(BY_EXTENSION)
"""Extensions that a walk through a folder should pick up, lower case, with their dot."""
