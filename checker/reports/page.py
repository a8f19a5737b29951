"""What the HTML templates show: drafts, their bars and their cards, with anchors and filter keys."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.report import ClaimOutcome, InputReport, Report, RequirementOutcome
from checker.reports.charts import Segment, segments
from checker.reports.counts import Tally, by_urgency, first_to_mend, natural, strengths, tally, themes
from checker.reports.display import draft_name
from checker.reports.findings import findings

_PLAIN_ID = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,40}")


@dataclass(frozen=True, slots=True)
class Bar:
    """A labelled stacked bar; ``key`` is what the list filters by."""

    key: str
    label: str
    counts: Tally
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One finding in the list: a requirement, and those that ask for the same.

    ``theme`` and ``documents`` are indices into the draft page's lists.
    """

    row: RequirementOutcome
    anchor: str
    id_order: int
    theme: int
    documents: tuple[int, ...]
    claim_names: dict[str, str]
    also: tuple[RequirementOutcome, ...] = ()

    @property
    def reviews(self) -> int:
        """How many of its verdicts a person should look at."""
        return sum(row.needs_review for row in (self.row, *self.also))

    @property
    def missing(self) -> tuple[str, ...]:
        """Missing items that the list of claims does not already say."""
        said = {text for claim in self.row.claims for text in (claim.name, claim.sentence, claim.message)}
        return tuple(item for item in self.row.missing if item not in said)

    def claim_state(self, claim: ClaimOutcome) -> str:
        """Held, open (not stated), or an issue: the draft has a passage on it that goes against what is asked."""
        if claim.holds:
            return "unbroken" if claim.universal else "held"
        against = self.row.verdict == "not-met" and any(claim.id in found.claims for found in self.row.evidence)
        return "issue" if against else "open"


@dataclass(frozen=True, slots=True)
class DraftPage:
    """One draft's part of the report."""

    draft: InputReport
    anchor: str
    name: str
    counts: Tally
    segments: tuple[Segment, ...]
    strengths: tuple[Bar, ...]
    themes: tuple[Bar, ...]
    documents: tuple[str, ...]
    cards: tuple[Card, ...]
    first: tuple[Card, ...]


def draft_pages(report: Report) -> tuple[DraftPage, ...]:
    """A page for each draft, in the order in which they were given."""
    return tuple(_page(draft, f"d{number}") for number, draft in enumerate(report.inputs, start=1))


def _page(draft: InputReport, anchor: str) -> DraftPage:
    rows = draft.requirements
    counts = tally(rows)
    cards = _cards(draft, anchor)
    by_row = {id(row): card for card in cards for row in (card.row, *card.also)}
    return DraftPage(
        draft=draft,
        anchor=anchor,
        name=draft_name(draft),
        counts=counts,
        segments=segments(counts),
        strengths=_bars([(strength, strength, group) for strength, group in strengths(rows)]),
        themes=_bars([(str(key), label, group) for key, (label, group) in enumerate(themes(rows))]),
        documents=_documents(draft),
        cards=cards,
        first=tuple(by_row[id(row)] for row in first_to_mend(f.lead for f in findings(rows))),
    )


def _cards(draft: InputReport, anchor: str) -> tuple[Card, ...]:
    """The most urgent first, which is also how the page reads where no script runs."""
    rows = sorted(draft.requirements, key=lambda row: natural(row.id))
    id_orders = {id(row): order for order, row in enumerate(rows)}
    theme_keys = {label: key for key, (label, _) in enumerate(themes(draft.requirements))}
    documents = _documents(draft)
    also = {id(f.lead): f.also for f in findings(rows)}
    used: set[str] = set()
    return tuple(
        Card(
            row=row,
            also=also[id(row)],
            anchor=_anchor(anchor, row.id, id_orders[id(row)], used),
            id_order=id_orders[id(row)],
            theme=theme_keys[row.theme_label or row.theme],
            documents=tuple(sorted({documents.index(p.document) for r in (row, *also[id(row)]) for p in r.provisions})),
            claim_names={claim.id: claim.name for claim in row.claims},
        )
        for row in sorted((r for r in rows if id(r) in also), key=by_urgency)
    )


def _anchor(draft: str, requirement: str, order: int, used: set[str]) -> str:
    plain = requirement if _PLAIN_ID.fullmatch(requirement) and requirement not in used else f"r.{order}"
    used.add(plain)
    return f"{draft}-{plain}"


def _bars(groups: list[tuple[str, str, tuple[RequirementOutcome, ...]]]) -> tuple[Bar, ...]:
    """Bars of key, label and requirements, to one scale."""
    longest = max((len(rows) for _, _, rows in groups), default=0)
    tallies = ((key, label, tally(rows)) for key, label, rows in groups)
    return tuple(Bar(key, label, counts, segments(counts, longest)) for key, label, counts in tallies)


def _documents(draft: InputReport) -> tuple[str, ...]:
    return tuple(sorted({provision.document for row in draft.requirements for provision in row.provisions}))
