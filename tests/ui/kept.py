"""A store with reviews in it, each said in one line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from checker.reviews.desk import Desk
from checker.reviews.model import Header
from checker.reviews.opening import open_store
from checker.reviews.store import NewReview
from tests.reviews.drafts import report
from tests.ui.shown import ANA


def desk_at(store: Path) -> Desk:
    return Desk(open_store(store), ANA)


def close(store: Path) -> None:
    """Lets go of it, for an app in a process of its own."""
    open_store(store).close()


def add(desk: Desk, name: str, verdicts: str, *, kind: str = "programme", version_of: str = "") -> Header:
    """A review of a draft of that name: ``add(desk, "a.docx", "SOP-01+ COO-02~")``."""
    found = replace(report(verdicts, kind=kind, name=name), language="en")
    return desk.add(NewReview(name, name.encode(), None, found, "everything", "", version_of))
