"""A report as text, JSON or HTML: one format, one file in ``formats``."""

from checker.reports.registry import FORMATS, render
from checker.reports.texts import InterfaceTexts

__all__ = ["FORMATS", "InterfaceTexts", "render"]
