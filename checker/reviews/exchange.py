"""Reviews that come from a file: which of their parts are not here yet, and putting them in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from checker.errors import InputError
from checker.reviews.from_graph import in_order
from checker.reviews.merging import not_here_yet
from checker.reviews.model import Header, Review


@dataclass(frozen=True, slots=True)
class Coming:
    """A review as it will stand. ``here`` is as it stands now, None where it is not here."""

    review: Review
    here: Review | None

    @property
    def changes(self) -> bool:
        return self.here is None or len(self.review.decisions) > len(self.here.decisions)


def coming(there: Review, here: Review | None) -> Coming:
    """Raises InputError where the two do not go together."""
    if here is None:
        return Coming(_with_times(there), None)
    if _fixed(there.header) != _fixed(here.header):
        raise InputError(
            f"another review has the id of '{there.header.name[:80]}'",
            remedy="nothing was changed; import into another store",
            text="error-import-same-id",
            name=there.header.name[:80],
        )
    fresh = not_here_yet(here.decisions, there.decisions, here.header.name)
    return Coming(_with_times(replace(here, decisions=in_order((*here.decisions, *fresh)))), here)


def _with_times(review: Review) -> Review:
    changed = max(review.header.created, *(made.when for made in review.decisions), review.header.created)
    return replace(review, header=replace(review.header, changed=changed))


def _fixed(header: Header) -> Mapping[str, object]:
    """What no decision changes."""
    names = ("id", "name", "kind", "language", "profile", "created", "created_by", "draft", "document", "report")
    return {name: getattr(header, name) for name in (*names, "version_of")}
