"""The issues that were there already: only new ones count."""

from checker.baseline.comparing import Compared, compare, mark_known
from checker.baseline.file import Entry, read_baseline, write_baseline

__all__ = ["Compared", "Entry", "compare", "mark_known", "read_baseline", "write_baseline"]
