"""What a description says and nothing hears: misspelt terms and namespaces, drafts without a kind."""

from checker.descriptions.doubts.finding import doubts, doubts_in
from checker.descriptions.doubts.wording import in_words
from checker.report import Doubt

__all__ = ["Doubt", "doubts", "doubts_in", "in_words"]
