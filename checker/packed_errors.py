"""Errors as data, on their way from one process to another."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from checker.errors import CallError, GuidecheckError, InputError, ReaderStoppedError, ToolError

_KINDS: Mapping[str, type[GuidecheckError]] = {
    kind.__name__: kind for kind in (InputError, CallError, ToolError, ReaderStoppedError)
}


class PackedError(msgspec.Struct, frozen=True):
    """An error, by the name of its class; ``line`` and ``column`` are those of the syntax error behind it."""

    kind: str
    what: str
    where: str = ""
    remedy: str = ""
    text: str = ""
    fields: Mapping[str, str | int] = {}
    line: int = 0
    column: int = 0


def packed(error: GuidecheckError) -> PackedError:
    """An error of a class that is not known everywhere is one of the nearest class that is."""
    kind = next((cls.__name__ for cls in type(error).__mro__ if cls.__name__ in _KINDS), "InputError")
    cause = error.__cause__ if isinstance(error.__cause__, SyntaxError) else None
    return PackedError(
        kind, error.what, error.where, error.remedy, error.text, dict(error.fields),
        (cause and cause.lineno) or 0, (cause and cause.offset) or 0,
    )  # fmt: skip


def unpacked(found: PackedError) -> GuidecheckError:
    kind = _KINDS.get(found.kind, InputError)
    error = kind(found.what, where=found.where, remedy=found.remedy, text=found.text, **found.fields)
    if found.line:
        error.__cause__ = SyntaxError(found.what, (found.where, found.line, found.column, None))
    return error
