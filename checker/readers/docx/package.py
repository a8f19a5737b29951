"""The parts of a Word package that hold text or say how it is styled."""

from __future__ import annotations

import posixpath

from checker.errors import InputError
from checker.readers.archive import Archive
from checker.readers.docx.numbering import Numbering
from checker.readers.docx.styles import Styles
from checker.readers.docx.wml import W, transitional
from checker.readers.safexml import Element, parse


class Package:
    """Raises InputError where the main part is missing or broken; other broken parts are left out."""

    def __init__(self, data: bytes, name: str) -> None:
        self._archive = Archive(data, name)
        self._name = name
        self._main = self._find_main()
        self._targets = self._relations(self._main)
        self.document = self._parse(self._main)
        self.styles = Styles(self._part("styles"))
        self.numbering = Numbering(self._part("numbering"), self.styles)
        self._footnotes = self._by_id(self._part("footnotes"), "footnote")
        self._endnotes = self._by_id(self._part("endnotes"), "endnote")
        comments = self._part("comments")
        self.comments = 0 if comments is None else len(comments.findall(W + "comment"))

    def note(self, call: str, identity: str) -> Element | None:
        """The footnote or endnote that a w:footnoteReference or w:endnoteReference calls; each is given once."""
        return (self._footnotes if call == "footnoteReference" else self._endnotes).pop(identity, None)

    def margins(self) -> list[Element]:
        """The headers, then the footers."""
        parts = [target for kind in ("header", "footer") for target in self._targets.get(kind, [])]
        roots = (self._optional(part) for part in parts)
        return [root for root in roots if root is not None]

    def _find_main(self) -> str:
        for kind, targets in self._relations("").items():
            if kind == "officeDocument":
                for target in targets:
                    if target in self._archive:
                        return target
        if "word/document.xml" in self._archive:
            return "word/document.xml"
        raise InputError(
            "it holds no Word document",
            where=self._name,
            remedy="open and save the document anew",
            text="error-no-document",
        )

    def _relations(self, part: str) -> dict[str, list[str]]:
        """Kind of relation to the parts it leads to; targets outside the package are left out."""
        folder, base = posixpath.split(part)
        root = self._optional(posixpath.join(folder, "_rels", base + ".rels"))
        found: dict[str, list[str]] = {}
        for relation in root if root is not None else ():
            if relation.get("TargetMode") != "External":
                target = relation.get("Target") or ""
                target = posixpath.normpath(target if target.startswith("/") else posixpath.join(folder, target))
                kind = (relation.get("Type") or "").rpartition("/")[2]
                found.setdefault(kind, []).append(target.lstrip("/"))
        return found

    def _part(self, kind: str) -> Element | None:
        folder = posixpath.dirname(self._main)
        for part in (*self._targets.get(kind, ()), posixpath.join(folder, kind + ".xml")):
            if part in self._archive:
                return self._optional(part)
        return None

    def _optional(self, part: str) -> Element | None:
        if part not in self._archive:
            return None
        data = self._archive.part(part)
        try:
            return parse(transitional(data), part, self._name)
        except InputError:
            return None

    def _parse(self, part: str) -> Element:
        return parse(transitional(self._archive.part(part)), part, self._name)

    @staticmethod
    def _by_id(root: Element | None, tag: str) -> dict[str, Element]:
        notes = root.findall(W + tag) if root is not None else []
        return {note.get(W + "id") or "": note for note in notes if note.get(W + "type", "normal") == "normal"}
