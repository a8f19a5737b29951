"""The process that parses RDF: ``python -m checker.descriptions.apart_child PATH BYTES``.

It answers with null and the quads as N-Quads, or with the error; the first line is JSON.
"""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox

from checker.descriptions.syntaxes import parse
from checker.errors import InputError
from checker.readers.child import answer_with


def answer(path: Path) -> bytes:
    try:
        _, quads = parse(path)
        return b"null\n" + (ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"")
    except InputError as error:
        return _said(error)
    except MemoryError:
        return _said(InputError("reading it needs too much memory", where=path.name, remedy="split the file"))


def _said(error: InputError) -> bytes:
    said = {name: getattr(error, name) for name in ("what", "where", "remedy", "text")}
    return json.dumps({**said, "fields": dict(error.fields)}).encode()


if __name__ == "__main__":
    answer_with(answer)
