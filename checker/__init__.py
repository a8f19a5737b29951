"""guidecheck: drafts about the reintegration of returning migrants, checked against published guidance."""

__version__ = "0.1.0"
