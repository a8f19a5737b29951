"""What a parser says against a file, with the place where it stopped."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import IO, cast

import pyoxigraph as ox

from checker.descriptions.fed import Lines
from checker.errors import InputError

_LONGEST = 300
"""Characters of what a parser says: it may quote the file at any length."""
_PLACE = re.compile(r"^Parser error at line \d+ (?:column \d+|between columns \d+ and \d+)?:? *| \(line \d+\)$")


def ill_formed(error: SyntaxError | ValueError, syntax: ox.RdfFormat, path: Path, data: bytes = b"") -> InputError:
    """``data`` is what was read, where the line has to be looked for: of RDF/XML the parser tells none."""
    line, column = getattr(error, "lineno", None), getattr(error, "offset", None)
    if line is None and syntax == ox.RdfFormat.RDF_XML and data:
        line = _stopped(data)
    said = " ".join(_PLACE.sub("", str(error)[:_LONGEST]).split())
    if line and column:
        said = f"column {column}: {said}"
    return InputError(
        f"not valid {syntax.name}: {said}",
        where=f"{path.name}:{line}" if line else path.name,
        remedy=_remedy(said, line),
        text="error-syntax" if line else "error-syntax-somewhere",
        format=syntax.name,
        why=said,
    )


def _remedy(said: str, line: int | None) -> str:
    if "invalid utf-8" in said.lower():
        return "save it as UTF-8"
    return "mend that line" if line else "mend the file"


def _stopped(data: bytes) -> int | None:
    """The line that the parser had been given last."""
    fed = Lines(BytesIO(data))
    try:
        for _ in ox.parse(cast("IO[bytes]", fed), format=ox.RdfFormat.RDF_XML, base_iri="urn:guidecheck:file:"):
            pass
    except (SyntaxError, ValueError):
        return fed.line
    return None
