"""The issues that were there already: only new ones count."""

from checker.baseline.comparing import Compared, compare
from checker.baseline.file import Entry, read_baseline, write_baseline

__all__ = ["Compared", "Entry", "compare", "read_baseline", "write_baseline"]
