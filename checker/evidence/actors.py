"""The name of an actor in running text, from the words that show its class."""

from __future__ import annotations

import re

_STOP = re.compile(r"[,;:.|()\\[\\]\n\u2013\u2014]|\s(?:and|or|which|that|who|with|y|e|que|con|et|ou|qui|avec)\s")
_VERB = re.compile(
    r"\s(?:is|are|was|were|will|shall|must|may|has|have|es|son|será|serán|debe|deberá|est|sont|sera|doit|devra|assure)\s"
)
_MOST = 60


def name_at(text: str, start: int, end: int) -> str:
    """The words from ``start`` to where the name ends: at a comma, a bracket, a conjunction or a verb.

    "the Ministry of Labour and Social Affairs chairs" gives "Ministry of Labour": the first part stands for the
    whole, which is enough to tell one actor from another.
    """
    tail = text[end : end + _MOST]
    cuts = [m.start() for pattern in (_STOP, _VERB) if (m := pattern.search(tail))]
    return " ".join((text[start:end] + tail[: min(cuts, default=len(tail.rsplit(" ", 1)[0]))]).split())
