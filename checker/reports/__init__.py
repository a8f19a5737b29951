"""A report in the formats that people and other programs read: one format, one file in ``formats``."""

from checker.reports.registry import ENDINGS, FORMATS, WITHOUT_PLACES, format_of, render
from checker.reports.texts import InterfaceTexts

__all__ = ["ENDINGS", "FORMATS", "WITHOUT_PLACES", "InterfaceTexts", "format_of", "render"]
