"""The words of the interface: ids of ``ontology/interface.ttl`` without ``ui-``, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from checker.errors import ToolError
from checker.report import Evidence
from checker.reports.display import one_line

InterfaceTexts = Mapping[str, str]

HIGH, MIDDLE = 0.8, 0.5
"""Confidence from which the words are "high" and "middle"."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Interface texts with their fields filled."""

    texts: InterfaceTexts

    def __call__(self, text_id: str, **fields: object) -> str:
        """The text of that id; ``fields`` fill what stands in braces."""
        try:
            text = self.texts[text_id]
        except KeyError:
            raise ToolError(
                f"no interface text {text_id!r}", where="ontology/interface.ttl", remedy=f"add gc:ui-{text_id}"
            ) from None
        return text.format(**fields) if fields else text

    def confidence(self, value: float) -> str:
        """High, middle or low, with the number in percent."""
        level = "high" if value >= HIGH else "middle" if value >= MIDDLE else "low"
        return self(f"confidence-{level}", n=round(value * 100))

    def date(self, iso: str) -> str:
        """An ISO 8601 time written out, in UTC; what is no such time comes back as it is."""
        moment = _moment(iso)
        return self("date", **self._parts(moment), time=f"{moment:%H:%M}") if moment else iso

    def day(self, iso: str) -> str:
        """The day of an ISO 8601 time, in UTC; what is no such time comes back as it is."""
        moment = _moment(iso)
        return self("day", **self._parts(moment)) if moment else iso

    def _parts(self, moment: datetime) -> dict[str, object]:
        return {"day": moment.day, "month": self(f"month-{moment.month}"), "year": moment.year}

    def language(self, tag: str) -> str:
        """The name of a language, or its tag where the interface has no name for it."""
        return self.texts.get(f"language-{tag}") or one_line(tag)

    def where(self, passage: Evidence) -> str:
        """The page or line of a passage; empty where it has neither."""
        if passage.page:
            return self("page-n", n=passage.page)
        return self("line-n", n=passage.line) if passage.line else ""

    def pages(self, pages: int | None) -> str:
        """How many pages, or that there are none."""
        if pages is None:
            return self("pages-none")
        return self("pages-one") if pages == 1 else self("pages-n", n=pages)


def _moment(iso: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
