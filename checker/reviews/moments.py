"""Times, written one way: ISO 8601 in UTC."""

from __future__ import annotations

from datetime import UTC, datetime

from checker.errors import CallError


def now() -> str:
    return datetime.now(UTC).isoformat()


def canonical(when: str) -> str:
    """The same time as this package writes it, so that texts compare as times do. Raises CallError."""
    try:
        read = datetime.fromisoformat(when)
        if read.tzinfo is None:
            raise ValueError
        return read.astimezone(UTC).isoformat()
    except (ValueError, OverflowError):
        raise CallError(f"'{when[:40]}' is no time", remedy="write it like 2026-01-05T10:01:00+00:00") from None


def not_before(when: str, earlier: str) -> str:
    """``when``, or ``earlier`` where the clock went back."""
    return max(canonical(when), canonical(earlier)) if earlier else canonical(when)
