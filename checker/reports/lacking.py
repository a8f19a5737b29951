"""What is asked and was not found."""

from __future__ import annotations

from checker.report import RequirementOutcome
from checker.reports.display import shorten

_FEW = 4


def lacking(row: RequirementOutcome, few: int = _FEW) -> tuple[str, ...]:
    """A sentence each; nothing where the requirement is met."""
    if row.verdict in ("met", "not-applicable"):
        return ()
    open_ = [claim for claim in row.claims if not claim.holds and not claim.optional]
    said = {text for claim in row.claims for text in (claim.name, claim.sentence, claim.message)}
    all_ = [claim.message or claim.sentence for claim in open_] + [item for item in row.missing if item not in said]
    shown = tuple(shorten(text, 240) for text in all_[:few])
    return (*shown, f"(+ {len(all_) - few})") if len(all_) > few else shown
