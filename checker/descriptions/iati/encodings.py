"""The bytes of an XML file as UTF-8, piece by piece."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import IO

from checker.errors import InputError

PIECE = 1 << 17
_HEAD = 1024
_ASCII = bytes(range(0x20, 0x7F))
"""Stands for itself in the encodings that a declaration can name: it could not be read otherwise."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']""")


def pieces(stream: IO[bytes], name: str) -> Iterator[bytes]:
    """The file as UTF-8. Raises InputError where it is not in the encoding that it names; ``name`` is for the error."""
    head = stream.read(_HEAD)
    encoding = _encoding(head, name)
    if encoding == "utf-8":
        yield head
        while piece := stream.read(PIECE):
            yield piece
        return
    decoder, lines = codecs.getincrementaldecoder(encoding)("strict"), 1
    piece = head
    while True:
        try:
            text = decoder.decode(piece, final=not piece)
        except UnicodeDecodeError as error:
            lines += error.object[: error.start].decode(encoding, "ignore").count("\n")
            raise not_encoded(encoding, f"{name}:{lines}") from None
        lines += text.count("\n")
        yield text.encode("utf-8", "replace")
        if not piece:
            return
        piece = stream.read(PIECE)


def not_encoded(encoding: str, where: str) -> InputError:
    return InputError(
        f"holds bytes that are not {encoding.upper()}",
        where=where,
        remedy="save the file as UTF-8",
        text="error-xml-bytes",
        encoding=encoding.upper(),
    )


def _encoding(head: bytes, name: str) -> str:
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    if head[:2] in (b"<\0", b"\0<"):
        return "utf-16-le" if head[:1] == b"<" else "utf-16-be"
    declared = _DECLARED.match(head)
    named = declared[1].decode("ascii").lower() if declared else "utf-8"
    if named in ("utf8", "us-ascii", "ascii"):
        return "utf-8"
    try:
        known = codecs.lookup(named)
        if not known._is_text_encoding or _ASCII.decode("ascii").encode(named) != _ASCII:
            raise LookupError
    except (LookupError, UnicodeError):
        raise InputError(
            f"names the encoding {named}, which it cannot be in",
            where=f"{name}:1",
            remedy="save the file as UTF-8",
            text="error-xml-encoding",
            encoding=named,
        ) from None
    return named
