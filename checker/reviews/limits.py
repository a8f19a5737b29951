"""What a text may be that goes into a review: any Unicode, up to a length."""

from __future__ import annotations

import math
import re

from checker.digits import grouped
from checker.errors import CallError
from checker.report import VERDICTS, Evidence
from checker.reviews.model import Decision

MOST = {"comment": 20_000, "reason": 20_000, "passage": 50_000, "file name": 1_000, "person's name": 200, "id": 500}
"""Characters that a text may have, by what it is."""
MOST_PASSAGES = 100
ACTS = ("accept", "correct", "comment", "choose-passage", "undo")
_ID = re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_UNKNOWN = "desk-not-understood"
"""The text for what no person does on a screen."""
_SURROGATE = re.compile("[\ud800-\udfff]")


def is_id(text: str) -> bool:
    return _ID.fullmatch(text) is not None


def checked(what: str, text: str) -> str:
    """The text itself. Raises CallError where it is too long, or holds halves of characters."""
    if len(text) > MOST[what]:
        raise CallError(
            f"the {what} has {len(text):,} characters, and at most {MOST[what]:,} are kept",
            remedy="shorten it",
            text="error-text-too-long",
            n=grouped(len(text)),
            most=grouped(MOST[what]),
        )
    if _SURROGATE.search(text):
        raise CallError(
            f"the {what} holds half a character, which is no text",
            remedy="take it out or type it anew",
            text="error-half-character",
        )
    return text


def checked_decision(decision: Decision) -> Decision:
    """The decision itself. Raises CallError where it cannot be kept as it is."""
    if not is_id(decision.id) or (decision.before is not None and not is_id(decision.before)):
        raise CallError(
            f"'{decision.id[:80]}' is no id of a decision", remedy="write it like urn:uuid:...", text=_UNKNOWN
        )
    if decision.act not in ACTS or (decision.verdict is not None and decision.verdict not in VERDICTS):
        raise CallError(f"'{decision.act}' with verdict '{decision.verdict}' is no decision", text=_UNKNOWN)
    checked("id", decision.requirement)
    checked("person's name", decision.who)
    checked("comment", decision.comment)
    checked("reason", decision.why)
    passages = decision.passages or ()
    if len(passages) > MOST_PASSAGES:
        raise CallError(
            f"{len(passages):,} passages are chosen, and at most {MOST_PASSAGES} are kept",
            text="error-too-many-passages",
            most=MOST_PASSAGES,
        )
    for passage in passages:
        _checked_passage(passage)
    return decision


def _checked_passage(passage: Evidence) -> None:
    if not math.isfinite(passage.score):
        raise CallError("a chosen passage has a score that is no number", text=_UNKNOWN)
    checked("passage", passage.quote)
    for text in (*passage.heading, *passage.claims):
        checked("passage", text)
