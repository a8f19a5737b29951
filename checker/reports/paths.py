"""Names of files as other tools take them."""

from __future__ import annotations

import os
from urllib.parse import quote

from checker.unseen import visible


def shown_path(path: str) -> str:
    """As it lies under the current folder where it does, with forward slashes; it may hold anything."""
    here = os.getcwd().rstrip("/\\")  # noqa: PTH109 - asked of every issue, and a tenth of the time
    if path.startswith((f"{here}/", f"{here}\\")):
        path = path[len(here) + 1 :]
    path = path.replace("\\", "/")
    return path.removeprefix("./") or path


def plain_path(path: str) -> str:
    """The same on one line; what would act in it is written as its code point."""
    return visible(shown_path(path)).replace("\n", "[U+000A]").replace("\t", "[U+0009]")


def uri(path: str) -> str:
    """A reference to the file by RFC 3986: relative where the path is."""
    shown = shown_path(path)
    try:
        raw = shown.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = shown.encode("utf-8", "surrogatepass")
    quoted = quote(raw, safe="/")
    return f"file://{quoted}" if shown.startswith("/") else quoted
