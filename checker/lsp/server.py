"""The server: what an editor says and asks, over standard input and output."""

from __future__ import annotations

import asyncio
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from checker import __version__
from checker.knowledge import Knowledge
from checker.lsp.findings import Finding, findings_in, is_syntax
from checker.lsp.fixes import Fix, fixes_for
from checker.lsp.hover import hover_at
from checker.lsp.settings import Asked
from checker.lsp.standing import standing
from checker.lsp.text import Stretch, lines_of
from checker.reports.issues import Issue
from checker.reports.requirement_page import address

PAUSE = 0.4
"""Seconds without typing after which a draft is checked."""
_SEVERITY = {
    "error": lsp.DiagnosticSeverity.Error,
    "warning": lsp.DiagnosticSeverity.Warning,
    "note": lsp.DiagnosticSeverity.Information,
}


class _Server(LanguageServer):
    """Holds what was found last in each open draft, with the text in which it was found."""

    def __init__(self, knowledge: Knowledge, asked: Asked) -> None:
        # The library cuts texts at U+2028 and other signs at which editors do not: changes would go to other lines.
        super().__init__("guidecheck", __version__, lsp.TextDocumentSyncKind.Full)
        self.knowledge, self.asked = knowledge, asked
        self.found: dict[str, tuple[str, tuple[Finding, ...]]] = {}
        self._read: dict[str, tuple[list[str], tuple[Finding, ...]]] = {}
        """What was found last in a text that could be read."""
        self._latest: dict[str, object] = {}
        self._one_by_one = asyncio.Lock()

    async def look(self, uri: str, pause: float = 0.0) -> None:
        """Checks a draft, unless it changes before its turn comes."""
        turn = self._latest[uri] = object()
        await asyncio.sleep(pause)
        async with self._one_by_one:
            if self._latest.get(uri) is not turn:
                return
            document = self.workspace.get_text_document(uri)
            text = document.source
            draft = Path(to_fs_path(uri) or "draft.ttl")
            found = await asyncio.to_thread(findings_in, text, draft, self.knowledge, self.asked)
            if self._latest.get(uri) is not turn:
                return
        if any(is_syntax(one) for one in found):
            found = (
                (*found, *standing(before[1], before[0], lines_of(text))) if (before := self._read.get(uri)) else found
            )
        else:
            self._read[uri] = lines_of(text), found
        self.found[uri] = text, found
        said = [self._diagnostic(one, lines_of(text)) for one in found]
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, said, document.version))

    def forget(self, uri: str) -> None:
        self._latest.pop(uri, None)
        self.found.pop(uri, None)
        self._read.pop(uri, None)
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))

    def range(self, at: Stretch, lines: list[str]) -> lsp.Range:
        """In the units that the editor counts in: of UTF-16 unless it asked for others."""
        codec = self.workspace.position_codec
        start, end = lsp.Position(at.line, at.column), lsp.Position(at.end_line, at.end_column)
        return lsp.Range(codec.position_to_client_units(lines, start), codec.position_to_client_units(lines, end))

    def spot(self, position: lsp.Position, lines: list[str]) -> tuple[int, int]:
        found = self.workspace.position_codec.position_from_client_units(lines, _copy(position))
        return found.line, found.character

    def actions(self, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri = params.text_document.uri
        text, found = self.found.get(uri, ("", ()))
        if not found or text != self.workspace.get_text_document(uri).source:
            return []
        lines = lines_of(text)
        touched = [one for one in found if _meet(self.range(one.at, lines), params.range)]
        return [self._action(uri, one, fix, lines) for one in touched for fix in fixes_for(one, lines, self.knowledge)]

    def _action(self, uri: str, of: Finding, fix: Fix, lines: list[str]) -> lsp.CodeAction:
        edit = lsp.TextEdit(self.range(fix.at, lines), fix.text)
        return lsp.CodeAction(
            fix.title,
            kind=lsp.CodeActionKind.QuickFix,
            diagnostics=[self._diagnostic(of, lines)],
            is_preferred=fix.preferred or None,
            edit=lsp.WorkspaceEdit(changes={uri: [edit]}),
        )

    def _diagnostic(self, found: Finding, lines: list[str]) -> lsp.Diagnostic:
        id_ = found.of.row.id if isinstance(found.of, Issue) else None
        return lsp.Diagnostic(
            self.range(found.at, lines),
            found.said,
            severity=_SEVERITY[found.level],
            code=id_,
            code_description=lsp.CodeDescription(address(id_)) if id_ else None,
            source="guidecheck",
        )


def _copy(position: lsp.Position) -> lsp.Position:
    """A copy: the library changes positions that lie behind the end of a line."""
    return lsp.Position(position.line, position.character)


def _meet(one: lsp.Range, other: lsp.Range) -> bool:
    return not (one.end < other.start or other.end < one.start)


def server(knowledge: Knowledge, asked: Asked) -> LanguageServer:
    """A server that is not started yet."""
    made = _Server(knowledge, asked)

    @made.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    async def opened(ls: _Server, params: lsp.DidOpenTextDocumentParams) -> None:
        await ls.look(params.text_document.uri)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(ls: _Server, params: lsp.DidChangeTextDocumentParams) -> None:
        await ls.look(params.text_document.uri, PAUSE)

    @made.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    async def saved(ls: _Server, params: lsp.DidSaveTextDocumentParams) -> None:
        await ls.look(params.text_document.uri)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(ls: _Server, params: lsp.DidCloseTextDocumentParams) -> None:
        ls.forget(params.text_document.uri)

    @made.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hover(ls: _Server, params: lsp.HoverParams) -> lsp.Hover | None:
        if params.text_document.uri not in ls.workspace.text_documents:
            return None
        lines = lines_of(ls.workspace.get_text_document(params.text_document.uri).source)
        found = hover_at(lines, *ls.spot(params.position, lines), ls.knowledge, ls.asked.language or "en")
        if found is None:
            return None
        said, at = found
        return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.PlainText, said), ls.range(at, lines))

    @made.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix]))
    def actions(ls: _Server, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        return ls.actions(params)

    return made
