"""Drafts to rows, as sets: what follows from each, one run of the engine, verdicts over columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pyoxigraph as ox

from checker.descriptions.closure import Bearing, close
from checker.descriptions.contradictions import contradictions, in_words
from checker.descriptions.description import Description
from checker.descriptions.rdf import NAMES, BySubject, by_subjects, descriptions_of
from checker.descriptions.statements import Wording
from checker.engine.sets import validate_graphs
from checker.knowledge import Knowledge
from checker.knowledge.names import DCTERMS, GC, TYPE
from checker.portfolio.asked import Asked, Numbers, Truths
from checker.portfolio.deciding import WEAKEST_FIRST, Small, decide_all, decisive
from checker.portfolio.drafted import Drafted
from checker.portfolio.rows import Rows
from checker.report import Verdict
from checker.reports.counts import CREDIT

_ORGANISATION = (DCTERMS + "publisher", DCTERMS + "creator")
_ANSWER = ox.NamedNode(GC + "hasAnswer")
_COUNTRY = (DCTERMS + "spatial",)
_TELLING = frozenset(
    ox.NamedNode(p) for p in (TYPE, GC + "hasPart", DCTERMS + "language", *NAMES, *_ORGANISATION, *_COUNTRY)
)


@dataclass(frozen=True, slots=True)
class Read:
    """A draft read: what it is, and all that an engine is to see of it."""

    drafted: Drafted
    description: Description
    graph: tuple[ox.Triple, ...]
    organisation: str | None
    country: str | None
    contradicts: tuple[str, ...]
    """What in it excludes each other, in English sentences."""
    answers: bool
    """True where answers are given about it, as in a form."""


def read_all(drafts: Sequence[Drafted], knowledge: Knowledge) -> list[Read]:
    """Each with what follows from it by the ontology."""
    bearing = _bearing(knowledge)
    return [_read(drafted, bearing, knowledge) for drafted in drafts]


@lru_cache(maxsize=2)
def _bearing(knowledge: Knowledge) -> Bearing:
    return Bearing(knowledge.axioms)


def _read(drafted: Drafted, bearing: Bearing, knowledge: Knowledge) -> Read:
    triples = drafted.triples()
    closure = close(bearing.among(triples), knowledge.axioms)
    by = by_subjects(t for t in triples if t.predicate in _TELLING)
    description = next(d for d in descriptions_of(by, knowledge) if d.draft == drafted.draft)
    found = contradictions(closure.facts)
    said: tuple[str, ...] = ()
    if found:
        texts, wording = knowledge.interface_texts("en"), Wording(triples, knowledge, "en")
        said = tuple(in_words(c, wording, texts) for c in found)
    graph = (*triples, *closure.inferred)
    draft = drafted.draft
    organisation, country = _named(by, draft, _ORGANISATION), _named(by, draft, _COUNTRY)
    return Read(drafted, description, graph, organisation, country, said, any(t.predicate == _ANSWER for t in triples))


def _named(by: BySubject, node: str, paths: tuple[str, ...]) -> str | None:
    """The first value of these properties: a literal, or what the node is called."""
    for triple in (t for path in paths for t in by[node][path]):
        if isinstance(triple.object, ox.Literal):
            return triple.object.value
        if isinstance(triple.object, ox.NamedNode):
            names = (t.object.value for n in NAMES for t in by[triple.object.value][n] if type(t.object) is ox.Literal)
            return next(names, triple.object.value)
    return None


def reckon(found: Sequence[Read], asked: Asked, knowledge: Knowledge, memory: str | None, rows: Rows) -> None:
    """Adds the rows of drafts. ``memory`` bounds the engine's tables."""
    nodes = [(file, node) for file, read in enumerate(found, 1) for node, _ in read.description.nodes]
    results = validate_graphs(
        asked.program, (read.graph for read in found), beside=knowledge.class_hierarchy, memory=memory
    )
    shapes, places, failed = results.failing([(file, ox.NamedNode(node)) for file, node in nodes])
    failing = np.zeros((len(nodes), asked.width), dtype=bool)
    for shape, name in enumerate(shapes):
        for column in asked.columns.get(name, ()):
            failing[places[failed == shape], column] = True
    descriptions = [read.description for read in found]
    verdicts = decide_all(asked, failing)
    deciding = decisive(asked, verdicts, descriptions)
    lines = [found[file - 1].drafted.lines.get(node) for file, node in nodes]
    missing = _Missing(asked, failing)
    for row, read in enumerate(found):
        _add(rows, read, asked, deciding[row], verdicts, missing, lines)


def _add(
    rows: Rows,
    read: Read,
    asked: Asked,
    deciding: Numbers,
    verdicts: Small,
    missing: _Missing,
    lines: Sequence[int | None],
) -> None:
    places = np.flatnonzero(deciding >= 0)
    nodes = deciding[places]
    said = [WEAKEST_FIRST[v] for v in verdicts[nodes, places].tolist()]
    requirements = [asked.requirements[place] for place in places.tolist()]
    drafted, description, width = read.drafted, read.description, len(places)
    columns = rows.verdicts
    columns["description"] += [drafted.draft] * width
    columns["source"] += [drafted.source] * width
    columns["requirement"] += [r.id for r in requirements]
    columns["verdict"] += said
    columns["strength"] += [r.strength for r in requirements]
    columns["theme"] += [r.theme for r in requirements]
    columns["needs_review"] += [False] * width
    columns["line"] += [lines[node] for node in nodes.tolist()]
    columns["missing"] += [
        None if verdict == "not-applicable" else missing.of(node, place)
        for node, place, verdict in zip(nodes.tolist(), places.tolist(), said, strict=True)
    ]
    add_description(
        rows,
        {
            "description": drafted.draft,
            "source": drafted.source,
            "line": drafted.lines.get(drafted.draft),
            "kind": description.kind,
            "title": description.name if description.name != drafted.draft else None,
            "organisation": read.organisation,
            "country": read.country,
            "taken": drafted.taken or None,
            "language": description.language,
        },
        [(verdict, r.weight) for verdict, r in zip(said, requirements, strict=True)],
    )


def add_description(rows: Rows, about: dict[str, object], verdicts: Sequence[tuple[Verdict, float]]) -> None:
    """A row on a description, with its counts. ``verdicts`` go with the weights of their requirements."""
    counts = Counter(verdict for verdict, _ in verdicts)
    weighed = [(weight, CREDIT[v]) for v, weight in verdicts if v != "not-applicable" and weight > 0]
    whole = sum(weight for weight, _ in weighed)
    about = {
        **about,
        **{verdict.replace("-", "_"): counts[verdict] for verdict in WEAKEST_FIRST},
        "coverage": sum(weight * credit for weight, credit in weighed) / whole if weighed else None,
    }
    for name, column in rows.descriptions.items():
        column.append(about[name])


class _Missing:
    """Names the claims that fail; the same ones fail again and again."""

    def __init__(self, asked: Asked, failing: Truths) -> None:
        self._asked = asked
        self._failing = [row.tobytes() for row in failing[:, : len(asked.claims)] & asked.counting]
        self._named: dict[tuple[int, bytes], str | None] = {}
        self._ends = [*asked.first.tolist(), len(asked.claims)]

    def of(self, node: int, requirement: int) -> str | None:
        first, last = self._ends[requirement : requirement + 2]
        key = (requirement, self._failing[node][first:last])
        if key not in self._named:
            claims = self._asked.claims[first:last]
            self._named[key] = " ".join(c.id for c, gone in zip(claims, key[1], strict=True) if gone) or None
        return self._named[key]
