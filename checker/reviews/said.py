"""Questions and changes in SPARQL. Whatever a person typed comes in as a term that Oxigraph wrote, never as text."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Triple

from checker.reviews import names as n
from checker.reviews.model import Decision
from checker.reviews.to_graph import decision_triples, when

HEADERS = f"""
SELECT ?review ?name ?kind ?language ?profile ?created ?by ?draft ?document ?report ?changed ?asked ?previous
       (COALESCE(?d, 0) AS ?decided) (COALESCE(?b, 0) AS ?besides)
WHERE {{
  GRAPH ?review {{
    ?review a {n.REVIEW} ; {n.TITLE} ?name ; {n.KIND} ?kind ; {n.LANGUAGE} ?language ; {n.PROFILE} ?profile ;
      {n.CREATED} ?created ; {n.CREATOR} ?person ; {n.DRAFT} ?draft ; {n.REPORT} ?report ; {n.MODIFIED} ?changed ;
      {n.ASKED} ?asked .
    ?person {n.LABEL} ?by .
    OPTIONAL {{ ?review {n.DOCUMENT} ?document }}
    OPTIONAL {{ ?review {n.REPLACES} ?previous }}
  }}
  OPTIONAL {{
    SELECT ?review (COUNT(?x) AS ?d) WHERE {{ GRAPH ?review {{ ?review {n.DECIDED} ?x }} }} GROUP BY ?review
  }}
  OPTIONAL {{
    SELECT ?review (COUNT(?y) AS ?b) WHERE {{ GRAPH ?review {{ ?review {n.DECIDED_BESIDES} ?y }} }} GROUP BY ?review
  }}
}}
"""


def everything_in(graph: NamedNode) -> str:
    return f"SELECT ?s ?p ?o WHERE {{ GRAPH {graph} {{ ?s ?p ?o }} }}"


def inserted(graph: NamedNode, triples: Iterable[Triple]) -> str:
    return f"INSERT DATA {{ GRAPH {graph} {{ {_joined(triples)} }} }}"


def removed(graph: NamedNode) -> str:
    return f"DROP SILENT GRAPH {graph}"


def decided(review_id: str, decision: Decision, changed: str, *, besides: bool) -> str:
    """Adds a decision where ``decision.before`` still stands and the review is still there, and else nothing."""
    review, node, requirement = (
        NamedNode(review_id), NamedNode(decision.id), n.requirement_node(decision.requirement),
    )  # fmt: skip
    added = [*decision_triples(review_id, decision), Triple(review, n.MODIFIED, when(changed))]
    if decision.verdict is not None:
        added.append(Triple(review, n.DECIDED, requirement))
        if besides:
            added.append(Triple(review, n.DECIDED_BESIDES, requirement))
    if decision.before is None:
        stands, newer = "", f"?any {n.ABOUT} {requirement}"
    else:
        before = NamedNode(decision.before)
        stands, newer = f"{before} {n.ABOUT} {requirement} .", f"?any {n.INFORMED_BY} {before}"
    return f"""
DELETE {{ GRAPH {review} {{
  {review} {n.MODIFIED} ?changed . {review} {n.DECIDED} {requirement} . {review} {n.DECIDED_BESIDES} {requirement} .
}} }}
INSERT {{ GRAPH {review} {{ {_joined(added)} }} }}
WHERE {{
  GRAPH {review} {{ {review} a {n.REVIEW} ; {n.MODIFIED} ?changed . {stands} }}
  FILTER NOT EXISTS {{ GRAPH {review} {{ {newer} }} }}
  FILTER NOT EXISTS {{ GRAPH {review} {{ {node} a {n.ACTIVITY} }} }}
}}"""


def names_blob(sha256: str) -> str:
    wanted = Literal(sha256, datatype=n.HEX)
    return f"SELECT ?review WHERE {{ GRAPH ?review {{ ?review {n.DRAFT}|{n.DOCUMENT}|{n.REPORT} {wanted} }} }} LIMIT 1"


def _joined(triples: Iterable[Triple]) -> str:
    return "\n".join(f"{triple} ." for triple in triples)
