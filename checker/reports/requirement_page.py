"""Where a requirement is explained."""

from __future__ import annotations

from urllib.parse import quote

_REQUIREMENTS = "https://w3id.org/guidecheck/requirement/"


def address(requirement: str) -> str:
    """The IRI of a requirement, whatever its id holds."""
    return _REQUIREMENTS + quote(requirement.encode("utf-8", "replace"), safe="")
