"""A portfolio's rows as triples, as many as a query can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Triple

from checker.errors import CallError
from checker.knowledge import Knowledge
from checker.knowledge.names import DCTERMS
from checker.portfolio.seen.folder import open_portfolio
from checker.query import verdicts
from checker.query.places import Sources
from checker.reviews import names as n

MOST = 500_000
"""Verdicts. Each is three triples, and one more for each claim that does not hold where it is partly met or not met."""
_MEMORY = "500MB"
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>\"{}|\\^`]+")
_CHOSEN = """CREATE TEMP TABLE chosen AS SELECT n FROM (SELECT n, row_number() OVER (ORDER BY n) AS place FROM d
WHERE len($kinds) = 0 OR kind IN (SELECT unnest($kinds))) WHERE $first = 0 OR place <= $first"""
_D = """SELECT d.n, description, source, coalesce(title, description), kind, language, coverage, line, organisation,
country FROM d JOIN chosen USING (n) ORDER BY d.n"""
_V = """SELECT n, requirement, verdict, needs_review,
CASE WHEN verdict IN ('partly-met', 'not-met') THEN missing END
FROM v JOIN chosen USING (n) WHERE (len($themes) = 0 OR theme IN (SELECT unnest($themes)))
AND (len($requirements) = 0 OR requirement IN (SELECT unnest($requirements))) ORDER BY n, requirement"""


def of_portfolio(sources: Sources, knowledge: Knowledge, most: int = MOST) -> Iterator[Triple]:
    """Raises CallError where there are more verdicts than a query can hold."""
    with open_portfolio(Path(sources.portfolio), _MEMORY) as portfolio:
        con = portfolio.con
        con.execute(_CHOSEN, {"kinds": list(sources.kinds), "first": sources.first})
        asked = {"themes": list(sources.themes), "requirements": list(sources.requirements)}
        ((count,),) = con.execute(f"SELECT count(*) FROM ({_V})", asked).fetchall()  # noqa: S608 - our own
        if count > most:
            raise CallError(
                f"it holds {count:,} verdicts, and a query can hold {most:,}", where=portfolio.name,
                remedy="choose with --kind, --theme or --requirement, or take part of it with --first N",
            )  # fmt: skip
        yield from verdicts.results()
        nodes: dict[int, NamedNode] = {}
        for at, description, source, title, kind, language, coverage, line, organisation, country in portfolio.rows(_D):
            node = nodes[at] = node_of(description, source)
            yield from verdicts.subject(
                node, knowledge, title=title, kind=kind, language=language or "", coverage=coverage
            )
            yield Triple(node, NamedNode(DCTERMS + "source"), Literal(source))
            if line is not None:
                yield Triple(node, verdicts.LINE, Literal(line))
            if organisation:
                yield Triple(node, NamedNode(DCTERMS + "publisher"), Literal(organisation))
            if country:
                yield Triple(node, NamedNode(DCTERMS + "spatial"), Literal(country))
        found = con.execute(_V, asked)
        while rows := found.fetchmany(5000):
            for at, requirement, verdict, needs_review, missing in rows:
                lacks = (missing or "").split()
                yield from verdicts.assertion(nodes[at], requirement, verdict, needs_review, lacks)


def node_of(description: str, source: str) -> NamedNode:
    """A description's own IRI, or one made of its source and name."""
    if _IRI.fullmatch(description):
        return NamedNode(description)
    return NamedNode(f"{n.STORE}description/{quote(source, safe='')}/{quote(description, safe='')}")
