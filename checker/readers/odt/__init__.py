"""OpenDocument texts (ODT), from their content and styles parts."""

from __future__ import annotations

from checker.errors import InputError
from checker.readers.archive import Archive
from checker.readers.blocks import Reading
from checker.readers.odt.styles import Styles
from checker.readers.odt.walk import Walk
from checker.readers.safexml import Element, local, parse


def read(data: bytes, name: str) -> Reading:
    """Raises InputError for an encrypted or broken package."""
    archive = Archive(data, name)
    if "content.xml" not in archive:
        raise InputError(
            "it holds no document content",
            where=name,
            remedy="open and save the document anew",
            text="error-no-document",
        )
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.part("META-INF/manifest.xml"):
        raise InputError(
            "the document is protected by a password",
            where=name,
            remedy="remove the password and save it again",
            text="error-password",
        )
    root = parse(archive.part("content.xml"), "content.xml", name)
    body = _body(root)
    if body is None:
        raise InputError(
            "it holds no text document", where=name, remedy="open and save the document anew", text="error-no-document"
        )
    roots = [root]
    if "styles.xml" in archive:
        roots.append(parse(archive.part("styles.xml"), "styles.xml", name))
    walk = Walk(Styles(roots), paged=any(local(element) == "soft-page-break" for element in body.iter()))
    walk.through(body)
    deleted = sum(local(element) == "deletion" for element in body.iter())
    notes = [f"Tracked deletions are left out ({deleted})."] if deleted else []
    if walk.contents:
        notes.append("The table of contents is left out.")
    return Reading(walk.blocks, walk.page if walk.paged else None, notes)


def _body(root: Element) -> Element | None:
    for element in root:
        if local(element) == "body":
            return next((child for child in element if local(child) == "text"), None)
    return None
