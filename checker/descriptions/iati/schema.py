"""Activities against the XML schema of the standard."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lxml import etree

from checker.descriptions.iati.element import ActivityElement
from checker.places import IATI_SCHEMAS

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Issue:
    """Where an activity departs from the schema: what the schema's own words say, in English."""

    line: int
    what: str


def schema_issues(activity: ActivityElement) -> tuple[Issue, ...]:
    """Departures from the schema of version 2.03, which takes in all that 2.01 and 2.02 allow."""
    schema = _schema()
    if schema.validate(activity.root):
        return ()
    start = activity.line - 1
    return tuple(dict.fromkeys(Issue(start + e.line, _shortened(e.message)) for e in schema.error_log))


def _shortened(message: str) -> str:
    said = " ".join(message.split())
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"


@cache
def _schema() -> etree.XMLSchema:
    parser = etree.XMLParser(no_network=True, resolve_entities=False)
    return etree.XMLSchema(etree.parse(str(IATI_SCHEMAS / "iati-activities-schema.xsd"), parser))
