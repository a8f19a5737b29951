"""What a store of reviews does, whatever it is made of, and the errors it raises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO, Literal, Protocol

from checker.errors import CallError, InputError, ToolError
from checker.readers import Document
from checker.report import InputReport
from checker.reviews.model import Decision, Header, Review

Event = Literal["added", "imported", "exported", "deleted"]


@dataclass(frozen=True, slots=True)
class NewReview:
    """A draft that was checked, to be kept. ``name`` is the draft's file name, ``version_of`` the id of the
    review of the version before."""

    name: str
    draft: bytes
    document: Document | None
    report: InputReport
    profile: str
    who: str
    version_of: str = ""


@dataclass(frozen=True, slots=True)
class TrailEntry:
    """Something that happened to a review as a whole. Decisions are in the review itself."""

    id: str
    event: Event
    review: str
    name: str
    who: str
    when: str


class UnknownReviewError(InputError):
    """There is no review of this id, or there is no longer."""

    def __init__(self, review_id: str) -> None:
        super().__init__(
            f"no review has the id '{review_id[:80]}'",
            remedy="it may have been deleted: look at the list of reviews",
            text="error-review-unknown",
        )


class ReviewChangedError(CallError):
    """Somebody else decided in the meantime; ``standing`` is what they left. Nothing was written."""

    def __init__(self, standing: Decision) -> None:
        self.standing = standing
        super().__init__(
            f"{standing.requirement} was changed by {standing.who} at {standing.when}",
            remedy="look at what stands now and decide again",
            text="error-review-changed",
            requirement=standing.requirement,
            who=standing.who,
        )


class StoreError(ToolError):
    """The store cannot be opened, read or written."""


class Store(Protocol):
    """Reviews with their decisions and blobs. Every write is whole or not at all, and on disk when it returns."""

    def headers(self) -> tuple[Header, ...]:
        """Every review, the one changed last first."""

    def review(self, review_id: str) -> Review:
        """Raises UnknownReviewError."""

    def add(self, new: NewReview) -> Header: ...

    def decide(self, review_id: str, decision: Decision) -> None:
        """Raises ReviewChangedError where ``decision.before`` is not what stands, and writes nothing."""

    def delete(self, review_id: str, who: str) -> None:
        """Takes the review away, and blobs that no other review names."""

    def blob(self, sha256: str) -> bytes: ...

    def document(self, header: Header) -> Document | None: ...

    def trail(self, review_id: str | None = None) -> tuple[TrailEntry, ...]:
        """What happened to one review, or to all, deleted ones too; oldest first."""

    def export(self, review_ids: Sequence[str], who: str) -> bytes:
        """Reviews with their blobs as one file."""

    def import_(self, data: bytes, who: str) -> tuple[Header, ...]:
        """What ``export`` gave. Ids are kept; decisions that are here and there are merged where they do not fork."""

    def export_to(self, stream: BinaryIO, review_ids: Sequence[str], who: str) -> None:
        """Like ``export``, into an open file."""

    def import_from(self, stream: BinaryIO, who: str, most_total: int) -> tuple[Header, ...]:
        """Like ``import_``, from an open file that may unpack to so many bytes."""

    def verify(self) -> tuple[str, ...]:
        """What is wrong with the store, a line each."""

    def close(self) -> None:
        """Lets go of the folder, for another process; the store cannot be used after that."""
