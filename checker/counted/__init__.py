"""What counts of what was found: not what is waived, nor what a baseline holds."""

from checker.counted.counting import Counted, Policy, counted
from checker.counted.files import chosen_files, waiver_files

__all__ = ["Counted", "Policy", "chosen_files", "counted", "waiver_files"]
