"""From passages to statements: candidates, slots, mood."""

from checker.evidence.read import DraftEvidence, read_draft

__all__ = ["DraftEvidence", "read_draft"]
