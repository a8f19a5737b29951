"""A document, or the error that came instead of one, as bytes between two processes."""

from __future__ import annotations

import json
from typing import Any

from checker.errors import InputError
from checker.readers.document import Document, Passage

_PLAIN = ("path", "sha256", "format", "text", "pages", "notes", "scanned")


def pack(outcome: Document | InputError) -> bytes:
    if isinstance(outcome, InputError):
        content: dict[str, Any] = {
            "error": [outcome.what, outcome.where, outcome.remedy, outcome.text, dict(outcome.fields)]
        }
    else:
        content = {name: getattr(outcome, name) for name in _PLAIN}
        content["passages"] = [
            [p.heading, p.page, p.block, p.start, p.end, p.kind, p.lead] for p in outcome.passages
        ]  # fmt: skip
    return json.dumps(content).encode("ascii")


def unpack(data: bytes) -> Document:
    """The document. Raises the InputError that was packed, or ValueError for bytes that are neither."""
    content = json.loads(data)
    if "error" in content:
        what, where, remedy, text_id, fields = content["error"]
        raise InputError(what, where=where, remedy=remedy, text=text_id, **fields)
    text = content["text"]
    passages = tuple(
        Passage(text[start:end], tuple(heading), page, block, start, end, kind, lead)
        for heading, page, block, start, end, kind, lead in content["passages"]
    )
    return Document(
        content["path"], content["sha256"], content["format"], text, passages,
        content["pages"], tuple(content["notes"]), tuple(content["scanned"]),
    )  # fmt: skip
