"""Which requirements the list shows, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from checker.folding import fold
from checker.report import RequirementOutcome
from checker.reports.counts import by_duty, by_urgency, natural
from checker.reports.page import Card

SortKey = Callable[[RequirementOutcome], tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Filter:
    """What a requirement must be to be shown; empty means any. Every word of ``search`` must stand in it."""

    verdicts: frozenset[str] = frozenset()
    strengths: frozenset[str] = frozenset()
    theme: str = ""
    search: str = ""
    only_review: bool = False

    def lets_through(self, row: RequirementOutcome) -> bool:
        return (
            (not self.verdicts or row.verdict in self.verdicts)
            and (not self.strengths or row.strength in self.strengths)
            and (not self.theme or row.theme == self.theme)
            and (row.needs_review or not self.only_review)
            and self._found_in(row)
        )

    def _found_in(self, row: RequirementOutcome) -> bool:
        words = fold(self.search).split()
        if not words:
            return True
        text = fold(
            " ".join(
                (
                    row.id,
                    row.title,
                    row.statement,
                    row.remedy,
                    row.theme_label,
                    *(found.quote for found in row.evidence),
                    *(f"{p.id} {p.statement}" for p in row.provisions),
                )
            )
        )
        return all(word in text for word in words)


def shown(cards: Iterable[Card], wanted: Filter, order: str = "verdict") -> tuple[Card, ...]:
    """The findings of which the filter lets a requirement through, sorted by one of ``ORDERS``."""
    every = tuple(cards)
    key = _orders(every)[order]
    return tuple(
        sorted((c for c in every if any(map(wanted.lets_through, (c.row, *c.also)))), key=lambda card: key(card.row))
    )


ORDERS = ("verdict", "strength", "theme", "id")


def _orders(cards: tuple[Card, ...]) -> Mapping[str, SortKey]:
    themes = {card.row.theme: card.theme for card in cards}
    return {
        "verdict": by_urgency,
        "strength": by_duty,
        "theme": lambda row: (themes[row.theme], *by_urgency(row)),
        "id": lambda row: natural(row.id),
    }
