"""A draft that is half typed, as the language server sees it: before and after a change, with the cursor anywhere."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from lsprotocol import types as lsp
from pygls.workspace import PositionCodec

from checker.descriptions.doubts import doubts_in
from checker.descriptions.syntaxes import parse
from checker.errors import GuidecheckError
from checker.knowledge import load
from checker.lsp import findings
from checker.lsp.fixes import fixes_for
from checker.lsp.hover import hover_at
from checker.lsp.settings import Asked
from checker.lsp.standing import standing
from checker.lsp.text import Stretch, lines_of
from checker.reports.texts import Wording
from fuzz.targets.files import FOLDER, written

_CODEC = PositionCodec()


def editor(data: bytes) -> None:
    """Two states of a text with a sign between them. Few go the whole way of a check."""
    before, _, now = data.decode("utf-8", "replace").partition("\x1d")
    found = _found(before)
    for text, shown in ((before, found), (now, standing(found, lines_of(before), lines_of(now))), (now, _found(now))):
        lines = lines_of(text)
        for one in shown:
            assert_within(one.at, lines)
            _CODEC.position_to_client_units(lines, lsp.Position(one.at.end_line, one.at.end_column))
    for number in range(0, len(data), 1 + len(data) // 4):
        _hover(lines_of(now), number, data[number])
    if sha256(data).digest()[0] == 0:
        for one in findings.findings_in(before, Path(FOLDER, "edited.ttl"), load(), Asked()):
            assert_within(one.at, lines_of(before))
            _mended(one, before)


def _found(text: str) -> list[findings.Finding]:
    lines, file = lines_of(text), written(text.encode(), "edited.ttl")
    say = Wording(load().interface_texts("en"))
    try:
        parse(file)
    except GuidecheckError as error:
        return [findings._wrong(error, lines)]
    found = [findings._doubted(doubt, say, lines) for doubt in doubts_in(file, load())]
    for one in found:
        _mended(one, text)
    return found


def _mended(one: findings.Finding, text: str) -> None:
    """What was a draft is still one after a fix."""
    lines = lines_of(text)
    with suppress(GuidecheckError):
        parse(written(text.encode(), "mended.ttl"))
        for fix in fixes_for(one, lines, load()):
            assert_within(fix.at, lines)
            parse_fixed = _with(fix.text, fix.at, lines)
            try:
                parse(written(parse_fixed.encode(), "mended.ttl"))
            except GuidecheckError as error:
                raise AssertionError(f"{fix} spoils the draft") from error


def _with(text: str, at: Stretch, lines: list[str]) -> str:
    before = [*lines[: at.line], lines[at.line][: at.column]]
    after = [lines[at.end_line][at.end_column :], *lines[at.end_line + 1 :]]
    return "\n".join(before) + text + "\n".join(after)


def _hover(lines: list[str], number: int, value: int) -> None:
    line = number % (len(lines) + 1)
    if said := hover_at(lines, line, value % (1 + len(lines[line] if line < len(lines) else "")), load(), "en"):
        assert said[0]
        assert_within(said[1], lines)


def assert_within(at: Stretch, lines: list[str]) -> None:
    assert 0 <= at.line <= at.end_line < len(lines), at
    assert 0 <= at.column <= len(lines[at.line]), at
    assert 0 <= at.end_column <= len(lines[at.end_line]), at
    assert (at.line, at.column) <= (at.end_line, at.end_column), at
