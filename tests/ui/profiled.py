"""A saved profile for the tests of the screens: two requirements, one of them a must that weighs five."""

from __future__ import annotations

from checker.knowledge import load
from checker.knowledge.model import Text
from checker.profiles.chosen import Asked, Chosen
from checker.profiles.shelf import save

NAMES = {"en": "River Fund", "es": "Fondo del Río", "fr": "Fonds du Fleuve"}
FUND = Chosen("river-fund", Text(NAMES), {"COO-01": Asked("should"), "SOP-07": Asked("must", 5.0)})


def saved_fund() -> str:
    """Its short name."""
    save(FUND, load())
    return FUND.token
