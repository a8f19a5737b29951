"""Results to verdicts, and verdicts to the outcomes that a report shows."""

from checker.verdicts.described import decide_description
from checker.verdicts.rules import Findings, decide

__all__ = ["Findings", "decide", "decide_description"]
