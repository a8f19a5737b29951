"""The activities of a file as pieces of XML, each with its line; never more than one of them in memory.

Entities, document types and fetching are refused before anything is made of them, and so is what is far larger or
deeper than an activity is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from checker.descriptions.iati.encodings import not_encoded, pieces
from checker.errors import InputError

ROOT, ACTIVITY = "iati-activities", "iati-activity"
VERSIONS = ("2.01", "2.02", "2.03")
DEEPEST = 60
MOST_ACTIVITY = 64 * 2**20
MOST_TAG = 2**20
"""Bytes of one activity, and of one tag with its attributes."""
_END = f"</{ACTIVITY}".encode()
_XINCLUDE = "http://www.w3.org/2001/XInclude"
_REMEDY = "mend or export the file anew"
_INVALID_TOKEN = expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN]


@dataclass(frozen=True, slots=True)
class Header:
    """The start tag of the root. ``start_tag`` is written anew, on one line."""

    version: str
    line: int
    start_tag: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One activity as UTF-8, from its start tag to its end tag. ``number``, ``line`` and ``column`` count from 1."""

    header: Header
    number: int
    line: int
    column: int
    xml: bytes


def read_pieces(path: Path) -> Iterator[Piece]:
    """Every activity of a file, in order. Raises InputError, with the line, where the XML is broken or hostile."""
    try:
        with path.open("rb") as stream:
            yield from _Cutter(path.name).cut(stream)
    except OSError as error:
        why = error.strerror or str(error)
        raise InputError(f"cannot be read ({why})", where=path.name, text="error-unreadable", why=why) from error


class _Cutter:
    """Follows a parser and keeps the bytes of the activity that is open."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._parser = expat.ParserCreate("utf-8")
        self._parser.ordered_attributes = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._depth = 0
        self._header: Header | None = None
        self._open: tuple[int, int, int] | None = None
        """Where the open activity starts: byte, line and column."""
        self._kept = bytearray()
        self._kept_from = 0
        self._done: list[Piece] = []
        self._count = 0

    def cut(self, stream: IO[bytes]) -> Iterator[Piece]:
        fed = 0
        for piece in pieces(stream, self._name):
            self._kept += piece
            fed += len(piece)
            try:
                self._parse(piece, final=False)
            except InputError:
                yield from self._done
                raise
            yield from self._done
            self._done.clear()
            at = self._parser.CurrentByteIndex
            if fed - at > MOST_TAG:
                raise self._refused(
                    f"has a tag of more than {MOST_TAG // 2**20} MB", text="error-xml-tag", n=MOST_TAG // 2**20
                )
            if self._open and fed - self._open[0] > MOST_ACTIVITY:
                most = MOST_ACTIVITY // 2**20
                raise self._refused(
                    f"has an activity of more than {most} MB", self._open[1], text="error-iati-large", n=most
                )
            self._forget(self._open[0] if self._open else at)
        self._parse(b"", final=True)
        yield from self._done

    def _parse(self, piece: bytes, *, final: bool) -> None:
        try:
            self._parser.Parse(piece, final)
        except expat.ExpatError as error:
            where = f"{self._name}:{error.lineno}"
            if error.code == _INVALID_TOKEN and not self._is_utf8(self._parser.ErrorByteIndex):
                raise not_encoded("utf-8", where) from None
            said = expat.ErrorString(error.code)
            if not self._header and not self._depth:
                raise InputError("is not XML", where=where, remedy="give an XML file", text="error-not-xml") from None
            short = " (the file ends before its end)" if final else ""
            why = f"{said}{short}"
            raise InputError(
                f"not well-formed XML: {why}", where=where, remedy=_REMEDY, text="error-xml-broken", why=why
            ) from None

    def _start(self, tag: str, attributes: list[str]) -> None:
        self._depth += 1
        if self._depth == 2 and tag == ACTIVITY:
            self._count += 1
            parser = self._parser
            self._open = parser.CurrentByteIndex, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        elif self._depth == 1:
            self._root(tag, attributes)
        elif self._depth > DEEPEST:
            raise self._refused(f"is nested more than {DEEPEST} deep", text="error-xml-deep", n=DEEPEST)
        if _XINCLUDE in attributes:
            raise self._refused("asks to include other files, and nothing is fetched", text="error-xml-include")

    def _end(self, tag: str) -> None:
        self._depth -= 1
        if self._depth != 1 or self._open is None or self._header is None:
            return
        start, line, column = self._open
        end = self._parser.CurrentByteIndex - self._kept_from
        if self._kept.startswith(_END, end):  # where an element is empty, the parser stands behind its one tag
            end = self._kept.index(b">", end) + 1
        xml = bytes(self._kept[start - self._kept_from : end])
        self._done.append(Piece(self._header, self._count, line, column, xml))
        self._open = None

    def _root(self, tag: str, attributes: list[str]) -> None:
        line = self._parser.CurrentLineNumber
        if tag != ROOT:
            raise InputError(
                f"its root element is <{tag[:60]}>, not <{ROOT}>",
                where=f"{self._name}:{line}",
                remedy=_for_root(tag),
                text="error-iati-root",
                root=tag[:60],
            )
        version = dict(zip(attributes[::2], attributes[1::2], strict=True)).get("version", "").strip()
        if version not in VERSIONS:
            said = f"is of IATI version {version[:20]}" if version else "does not say of which IATI version it is"
            raise InputError(
                said,
                where=f"{self._name}:{line}",
                remedy=f"activity files of versions {', '.join(VERSIONS)} are read: export it in one of them",
                text="error-iati-version",
                versions=", ".join(VERSIONS),
            )
        self._header = Header(version, line, _start_tag(tag, attributes))

    def _doctype(self, name: str, system: str | None, public: str | None, internal: int) -> None:
        raise self._refused(
            "has a document type or entities, which are never expanded", remedy="remove it", text="error-xml-doctype"
        )

    def _refused(self, what: str, line: int = 0, *, text: str, remedy: str = _REMEDY, **fields: int) -> InputError:
        where = f"{self._name}:{line or self._parser.CurrentLineNumber}"
        return InputError(what, where=where, remedy=remedy, text=text, **fields)

    def _forget(self, before: int) -> None:
        if before > self._kept_from:
            del self._kept[: before - self._kept_from]
            self._kept_from = before

    def _is_utf8(self, at: int) -> bool:
        try:
            bytes(self._kept[at - self._kept_from :][:4]).decode()
        except UnicodeDecodeError as error:
            return error.start > 0 or error.reason == "unexpected end of data"
        return True


def _start_tag(tag: str, attributes: Iterable[str]) -> str:
    flat = list(attributes)
    said = "".join(f" {name}={quoteattr(value)}" for name, value in zip(flat[::2], flat[1::2], strict=True))
    return f"<{tag}{said}>"


def _for_root(tag: str) -> str:
    if tag == "iati-organisations":
        return "this is an organisation file: give the activity file"
    return "give an IATI activity file, or RDF/XML"
