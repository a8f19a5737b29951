"""RDF files to descriptions."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from checker.descriptions.description import Description, DescriptionFile
from checker.descriptions.syntaxes import Parser, parse
from checker.errors import CallError, InputError
from checker.knowledge import Knowledge
from checker.knowledge.names import DCTERMS, GC, OWL, RDFS, SKOS, TYPE

BySubject = dict[str, dict[str, list[ox.Triple]]]
NAMES = (RDFS + "label", DCTERMS + "title", SKOS + "prefLabel", GC + "hasName")


def read_rdf(path: Path, knowledge: Knowledge, *, kind: str | None = None, parser: Parser = parse) -> DescriptionFile:
    """The drafts that an RDF file describes. ``kind`` overrides theirs; ``parser`` may be ``parse_apart``.

    Raises InputError where the file is not what it says, names something to fetch or describes no draft.
    """
    data, quads = parser(path)
    triples = named(quads)
    if any(t.predicate.value == OWL + "imports" for t in triples):
        raise imports(path.name)
    by_subject = by_subjects(triples)
    drafts = _drafts(by_subject, knowledge)
    if not drafts:
        raise no_draft(path.name)
    if kind is not None:
        if len(drafts) > 1:
            raise CallError(f"--kind fits one draft, and {path.name} has {len(drafts)}", remedy="leave --kind out")
        triples, drafts = _with_kind(triples, drafts, kind, knowledge)
    return DescriptionFile(str(path), hashlib.sha256(data).hexdigest(), triples, _described(by_subject, drafts))


def descriptions_of(by_subject: BySubject, knowledge: Knowledge) -> tuple[Description, ...]:
    """The drafts that no other one contains, sorted; of drafts that contain each other, all."""
    return _described(by_subject, _drafts(by_subject, knowledge))


def by_subjects(triples: Iterable[ox.Triple]) -> BySubject:
    """The triples of named nodes, by subject and predicate."""
    found: BySubject = defaultdict(lambda: defaultdict(list))
    for t in triples:
        if isinstance(t.subject, ox.NamedNode):
            found[t.subject.value][t.predicate.value].append(t)
    return found


def no_draft(where: str) -> InputError:
    return InputError(
        "describes no draft",
        where=where,
        remedy="give it a kind, such as 'a gc:SopDraft' (see guidecheck kinds)",
        text="error-no-draft",
    )


def imports(where: str) -> InputError:
    return InputError("has owl:imports, and nothing is fetched", where=where, remedy="remove it", text="error-imports")


def _drafts(by_subject: BySubject, knowledge: Knowledge) -> dict[str, list[str]]:
    """The kinds of each draft, sorted."""
    kinds = {k.iri: k.id for k in knowledge.kinds.values()}
    drafts = {s: sorted(kinds[o] for t in by[TYPE] if (o := _iri(t.object)) in kinds) for s, by in by_subject.items()}
    return {s: found for s, found in drafts.items() if found}


def _described(by_subject: BySubject, drafts: dict[str, list[str]]) -> tuple[Description, ...]:
    parts = {s: _parts(s, by_subject, drafts) for s in drafts}
    inner = {p for found in parts.values() for p, _ in found}
    tops = [s for s in drafts if s not in inner] or list(drafts)
    return tuple(
        Description(s, drafts[s][0], _name(by_subject[s]) or s, _language(by_subject[s]), parts[s])
        for s in sorted(tops)
    )


def named(quads: Iterable[ox.Quad]) -> tuple[ox.Triple, ...]:
    """The triples, with blank nodes named in the order of their appearance: alike in every run and engine."""
    names: dict[str, ox.NamedNode] = {}

    def name(node: ox.BlankNode) -> ox.NamedNode:
        return names.setdefault(node.value, ox.NamedNode(f"urn:guidecheck:node:{len(names) + 1}"))

    found: dict[ox.Triple, None] = {}
    for quad in quads:
        s, o = quad.subject, quad.object
        subject = name(s) if isinstance(s, ox.BlankNode) else s
        found[ox.Triple(subject, quad.predicate, name(o) if isinstance(o, ox.BlankNode) else o)] = None
    return tuple(found)


def _iri(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else ""


def _with_kind(
    triples: tuple[ox.Triple, ...], drafts: dict[str, list[str]], kind: str, knowledge: Knowledge
) -> tuple[tuple[ox.Triple, ...], dict[str, list[str]]]:
    (draft,) = drafts
    old = {knowledge.kinds[k].iri for k in drafts[draft]}
    kept = tuple(
        t for t in triples if not (_iri(t.subject) == draft and t.predicate.value == TYPE and _iri(t.object) in old)
    )
    new = ox.Triple(ox.NamedNode(draft), ox.NamedNode(TYPE), ox.NamedNode(knowledge.kinds[kind].iri))
    return (*kept, new), {draft: [kind]}


def _parts(draft: str, by_subject: BySubject, drafts: dict[str, list[str]]) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    todo = [draft]
    while todo:
        for t in by_subject[todo.pop()][GC + "hasPart"]:
            part = _iri(t.object)
            if part and part != draft and part not in found:
                found[part] = drafts.get(part, [""])[0]
                todo.append(part)
    return tuple((p, k) for p, k in sorted(found.items()) if k)


def _name(by: dict[str, list[ox.Triple]]) -> str:
    return next((t.object.value for n in NAMES for t in by[n] if isinstance(t.object, ox.Literal)), "")


def _language(by: dict[str, list[ox.Triple]]) -> str:
    stated = next((t.object.value for t in by[DCTERMS + "language"] if isinstance(t.object, ox.Literal)), "")
    tagged = next((t.object.language for n in NAMES for t in by[n] if isinstance(t.object, ox.Literal)), "")
    return (stated or tagged or "en")[:2].lower()
