"""Names of WordprocessingML, and small questions asked of its elements."""

from __future__ import annotations

from checker.readers.safexml import Element

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = f"{{{_MAIN}}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", _MAIN.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _RELATIONS.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M[1:-1].encode()),
)

_LONGEST = 10
"""Characters of a number that a level or a size can have."""


def transitional(data: bytes) -> bytes:
    """The same part with the namespaces of ISO 29500 Strict replaced by those that every Word writes."""
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    return data


def value(parent: Element | None, *path: str) -> str | None:
    """The w:val at the end of a path of child elements; None where a step or the attribute is missing."""
    element = parent
    for step in path:
        if element is None:
            return None
        element = element.find(W + step)
    return None if element is None else element.get(W + "val")


def number(parent: Element | None, *path: str) -> int | None:
    text = value(parent, *path)
    try:
        return None if text is None or len(text) > _LONGEST else int(text)
    except ValueError:
        return None


def on(parent: Element | None, *path: str) -> bool | None:
    """A toggle such as w:b: True, False, or None where nothing is said."""
    element = parent
    for step in path:
        if element is None:
            return None
        element = element.find(W + step)
    if element is None:
        return None
    return element.get(W + "val", "true").lower() not in ("0", "false", "off", "none")
