"""What every page is given."""

from __future__ import annotations

from dataclasses import dataclass

from checker.knowledge import Knowledge
from checker.reports.texts import Wording
from checker.reviews.desk import Desk


@dataclass(frozen=True, slots=True)
class Context:
    """The knowledge, the language of the page with its words, and the reviews as this person may see them."""

    knowledge: Knowledge
    language: str
    t: Wording
    desk: Desk | None = None
    """None where there is no store of reviews."""
