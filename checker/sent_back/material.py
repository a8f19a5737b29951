"""What every writer is given."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker import __version__
from checker.knowledge import Knowledge
from checker.profiles.naming import known_name
from checker.readers import Document
from checker.report import InputReport, Report
from checker.reports.texts import InterfaceTexts, Wording
from checker.reviews.decided import decided_report, standing
from checker.reviews.model import Decision, Review


@dataclass(frozen=True, slots=True)
class Material:
    """One draft with its report. ``report`` says when, by what and under which profile it was checked."""

    report: Report
    draft: InputReport
    """With the people's verdicts, where people decided."""
    original: bytes
    """The file as it was uploaded."""
    texts: InterfaceTexts
    """The words of the interface in the language of what is written."""
    document: Document | None = None
    """The draft as read; None for one that was never a text."""
    review: Review | None = None
    """Where the decisions come from; None straight after a check."""

    @property
    def say(self) -> Wording:
        return Wording(self.texts)

    @property
    def format(self) -> str:
        """The id of the draft's format, or "" where it was never a text."""
        return self.document.format if self.document else ""

    @property
    def standing(self) -> dict[str, Decision]:
        """The decision that counts, by requirement."""
        return dict(standing(self.review.decisions)) if self.review else {}


def material_of(review: Review, original: bytes, document: Document | None, knowledge: Knowledge) -> Material:
    """A review's draft, in the words of the draft's language."""
    draft, header = decided_report(review), review.header
    report = Report(
        guidecheck=__version__,
        knowledge=knowledge.digest,
        profile=header.profile,
        generated=header.created,
        language=header.language,
        inputs=(draft,),
        profile_label=known_name(header.profile, knowledge, header.language),
    )
    draft = replace(draft, name=draft.name or header.name)
    return Material(report, draft, original, knowledge.interface_texts(header.language), document, review)
