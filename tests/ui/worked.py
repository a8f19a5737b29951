"""A store as it looks after a week of work: the example drafts, two versions of one, decisions on them."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import docx

from checker.check import Options
from checker.checks.document import check_document
from checker.checks.options import Plan
from checker.knowledge import load
from checker.profiles import profile_of
from checker.readers import read
from checker.reviews.desk import Desk, Person
from checker.reviews.opening import open_store
from checker.reviews.store import NewReview
from tests.shared_material import ROOT

DRAFTS = tuple(sorted((ROOT / "examples" / "drafts").glob("*.[dp]*")))
SOP = next(draft for draft in DRAFTS if draft.name.startswith("sop"))


def worked_store(folder: Path) -> Mapping[str, str]:
    """Ids of the reviews: ``sop``, ``policy`` and ``proposal``, and ``before``, an earlier version of the first.

    The store is let go of, so that a running app can open it.
    """
    store = open_store(folder / "reviews")
    desk = Desk(store, Person("Ana Pérez", "administrator"))
    before = folder / SOP.name.replace("-en", "-first")
    before.write_bytes(_shortened(SOP))
    ids = {"before": _review(desk, before)}
    for draft in DRAFTS:
        key = {"sop": "sop", "politica": "policy", "programme": "proposal"}[draft.name.partition("-")[0]]
        ids[key] = _review(desk, draft, version_of=ids["before"] if key == "sop" else "")
    _decide(desk, ids["before"])
    store.close()
    return ids


def _review(desk: Desk, draft: Path, version_of: str = "") -> str:
    knowledge, document = load(), read(draft)
    (report,) = check_document(document, Plan(knowledge, profile_of("everything", knowledge), Options()))
    return desk.add(NewReview(draft.name, draft.read_bytes(), document, report, "everything", "", version_of)).id


def _decide(desk: Desk, review: str) -> None:
    asked = [r for r in desk.review(review).report.requirements if r.verdict != "not-applicable"]
    for row in asked[:7]:
        desk.accept(review, row.id, None)
    turned = desk.correct(review, asked[7].id, None, "partly-met", "Said only of families.")
    desk.comment(review, asked[7].id, turned.id, "Say it of everybody who returns.")


def _shortened(draft: Path) -> bytes:
    """The draft without every fourth paragraph of its second half."""
    shortened, data = docx.Document(str(draft)), BytesIO()
    long = [p for p in shortened.paragraphs if len(p.text) > 80]
    for paragraph in long[len(long) // 2 :: 4]:
        paragraph._element.getparent().remove(paragraph._element)
    shortened.save(data)
    return data.getvalue()
