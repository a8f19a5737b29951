"""Issues that somebody has put up with: for how long, and why."""

from checker.waivers.applying import Applied, apply
from checker.waivers.file import NAME, Waiver, Waivers, read_waivers

__all__ = ["NAME", "Applied", "Waiver", "Waivers", "apply", "read_waivers"]
