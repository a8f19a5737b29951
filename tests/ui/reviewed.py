"""A review in a store, made as a check makes it."""

from __future__ import annotations

from pathlib import Path

from checker.check import Options
from checker.checks.document import check_document
from checker.checks.options import Plan
from checker.knowledge import load
from checker.profiles import profile_of
from checker.readers import Document, read
from checker.reviews.opening import open_store
from checker.reviews.store import NewReview


def review_of(folder: Path, draft: Path, kind: str | None = None) -> str:
    """Its id. The store is let go of, so that a running app can open it."""
    return review_of_text(folder, read(draft), draft.read_bytes(), kind)


def review_of_text(
    folder: Path, document: Document, draft: bytes = b"", kind: str | None = None, language: str | None = None
) -> str:
    """The same for a document that no reader made."""
    knowledge = load()
    (report,) = check_document(
        document, Plan(knowledge, profile_of("everything", knowledge), Options(kind=kind, language=language))
    )
    store = open_store(folder)
    header = store.add(NewReview(Path(document.path).name, draft, document, report, "everything", "Ana"))
    close = getattr(store, "close", None)
    if close is not None:
        close()
    return header.id
