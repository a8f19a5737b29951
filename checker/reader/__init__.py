"""A language model that reads for the person who asked for it: off unless an address is given, and never believed
without a quote."""

from checker.reader.options import ReaderOptions

__all__ = ["ReaderOptions"]
