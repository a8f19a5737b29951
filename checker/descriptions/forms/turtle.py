"""A filled form as RDF, and back: a draft, and one answer for each question that was not left open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from urllib.parse import quote, unquote

import pyoxigraph as ox

from checker.descriptions.description import Description
from checker.descriptions.forms.answers import Answer, FilledForm, Said
from checker.descriptions.forms.questions import APPLIES
from checker.errors import InputError
from checker.knowledge import Knowledge
from checker.knowledge.names import DCTERMS, GC, GCR, HAS_ANSWER, RDFS, TYPE, XSD

_DRAFT = "urn:guidecheck:draft"
_Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_ANSWER = "urn:guidecheck:answer:"
_CLASS, _TO, _YES = GC + "Answer", GC + "toQuestion", GC + "saysYes"
_WORDING, _WHERE = GC + "answerWording", GC + "answerPlace"
_PREFIXES = {"gc": GC, "gcr": GCR, "rdfs": RDFS, "dcterms": DCTERMS, "xsd": XSD, "answer": _ANSWER}
_TRUTH: dict[str, Said] = {"true": "yes", "1": "yes", "false": "no", "0": "no"}


def as_turtle(form: FilledForm, knowledge: Knowledge) -> str:
    """The form as Turtle that ``guidecheck check`` judges as it judges the form."""
    data = ox.serialize(_triples(form, knowledge), format=ox.RdfFormat.TURTLE, prefixes=_PREFIXES)
    return (data or b"").decode()


def _triples(form: FilledForm, knowledge: Knowledge) -> Iterator[ox.Triple]:
    draft = ox.NamedNode(_DRAFT)
    said = {q: a for q, a in sorted(form.answers.items()) if a.said or a.wording or a.where}
    yield ox.Triple(draft, ox.NamedNode(TYPE), ox.NamedNode(knowledge.kinds[form.kind].iri))
    if form.name:
        yield ox.Triple(draft, ox.NamedNode(RDFS + "label"), ox.Literal(form.name, language=form.language))
    yield ox.Triple(draft, ox.NamedNode(DCTERMS + "language"), ox.Literal(form.language))
    for question in said:
        yield ox.Triple(draft, ox.NamedNode(HAS_ANSWER), _answer_node(question))
    for question, answer in said.items():
        node = _answer_node(question)
        yield ox.Triple(node, ox.NamedNode(TYPE), ox.NamedNode(_CLASS))
        yield ox.Triple(node, ox.NamedNode(_TO), _asked(question, knowledge))
        if answer.said:
            truth = ox.Literal("true" if answer.said == "yes" else "false", datatype=ox.NamedNode(XSD + "boolean"))
            yield ox.Triple(node, ox.NamedNode(_YES), truth)
        if answer.wording:
            yield ox.Triple(node, ox.NamedNode(_WORDING), ox.Literal(answer.wording, language=form.language))
        if answer.where:
            yield ox.Triple(node, ox.NamedNode(_WHERE), ox.Literal(answer.where))


def _answer_node(question: str) -> ox.NamedNode:
    return ox.NamedNode(_ANSWER + quote(question.replace(APPLIES, "-applies"), safe=""))


def _asked(question: str, knowledge: Knowledge) -> ox.NamedNode:
    """A claim, a requirement whose condition is meant, or whatever else the form names."""
    of = question.removesuffix(APPLIES)
    return ox.NamedNode(GCR + quote(of if of in knowledge.requirements else question, safe=""))


def answered_form(
    triples: Iterable[ox.Triple], draft: Description, knowledge: Knowledge, *, path: str, sha256: str
) -> FilledForm | None:
    """The answers given about a draft, as a form; None where there are none.

    Raises InputError where an answer names no question, or says neither yes nor no.
    """
    by: dict[str, dict[str, list[_Term]]] = defaultdict(lambda: defaultdict(list))
    held: list[str] = []
    for t in triples:
        if isinstance(t.subject, ox.NamedNode):
            if (
                t.subject.value == draft.draft
                and t.predicate.value == HAS_ANSWER
                and isinstance(t.object, ox.NamedNode)
            ):
                held.append(t.object.value)
            elif t.predicate.value in (_TO, _YES, _WORDING, _WHERE):
                by[t.subject.value][t.predicate.value].append(t.object)
    if not held:
        return None
    return FilledForm(
        path=path,
        sha256=sha256,
        name=draft.name if draft.name != draft.draft else "",
        kind=draft.kind,
        language=draft.language if draft.language in knowledge.languages else "en",
        answers=dict(_answer(by[node], node, knowledge, path) for node in held),
    )


def _answer(by: dict[str, list[_Term]], node: str, knowledge: Knowledge, path: str) -> tuple[str, Answer]:
    asked = [o.value for o in by[_TO] if isinstance(o, ox.NamedNode)]
    if len(asked) != 1:
        raise InputError(
            f"the answer '{node}' is to {len(asked)} questions, not one",
            where=path,
            remedy="mend its gc:toQuestion",
            text="error-answer-questions",
            node=node,
            n=len(asked),
        )
    said = _text(by[_YES])
    if said and said not in _TRUTH:
        raise InputError(
            f"the answer '{node}' says '{said[:40]}', neither true nor false",
            where=path,
            remedy="mend its gc:saysYes",
            text="error-answer-truth",
            node=node,
            said=said[:40],
        )
    question = unquote(asked[0].removeprefix(GCR))
    if question in knowledge.requirements:
        question += APPLIES
    return question, Answer(_TRUTH.get(said, ""), _text(by[_WORDING]), _text(by[_WHERE]))


def _text(terms: Iterable[_Term]) -> str:
    return next((o.value for o in terms if isinstance(o, ox.Literal)), "")
