"""From passages to statements: candidates, slots, mood."""

from checker.evidence.other_texts import other_text
from checker.evidence.read import DraftEvidence, kind_of, read_draft
from checker.evidence.two_languages import read_both

__all__ = ["DraftEvidence", "kind_of", "other_text", "read_both", "read_draft"]
