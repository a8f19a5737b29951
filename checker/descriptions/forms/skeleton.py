"""Writes the form as Turtle: everything that the requirements of a kind ask, to be filled by whoever knows RDF."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from checker.descriptions.forms.questions import Section
from checker.knowledge import Knowledge
from checker.knowledge.model import Claim, Kind, Part, ValueShape
from checker.knowledge.names import HAS_TEXT, local

_PREFIXES = """@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix ex: <https://example.org/my-draft#> .
@prefix gc: <https://w3id.org/guidecheck/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
_WIDTH = 110
_DEEPEST = 4


def skeleton(kind: Kind, parts: Sequence[Section], knowledge: Knowledge, language: str) -> str:
    """Turtle that is valid as it is: a draft of the kind, and below it, as comments, what could be stated."""
    texts = knowledge.interface_texts(language)
    lines = [
        *comment(texts["skeleton-how"]),
        "",
        _PREFIXES,
        f"ex:draft a gc:{local(kind.iri)} ;",
        f'    rdfs:label "{kind.label.in_(language)}"@{language} ;',
        f'    dcterms:language "{language}" .',
    ]
    for section in parts:
        asked = section.requirement
        strength = texts[f"strength-{asked.strength}"]
        lines += ["", *comment(f"{asked.id} {asked.title.in_(language)} ({strength})", rule=True)]
        lines += comment(asked.statement.in_(language))
        if asked.condition:
            lines += comment(f"{texts['condition']} {asked.condition.in_(language)}")
        for claim in asked.claims:
            optional = f" ({texts['claim-optional']})" if claim.role == "optional" else ""
            lines += ["#", *comment(f"- {claim.sentence.in_(language)}{optional}")]
            if claim.wants is not None:
                lines += [f"#   {line}" for line in statement(claim, "ex:draft")]
    return "\n".join(lines) + "\n"


def comment(text: str, *, rule: bool = False) -> list[str]:
    """A text as lines of comment, underlined where it is a ``rule``."""
    said = [f"# {line}" for line in textwrap.wrap(text, _WIDTH)]
    return [*said, "# " + "-" * min(_WIDTH, len(text))] if rule else said


def statement(claim: Claim, subject: str) -> Iterator[str]:
    """Lines that state of a draft what a claim wants, which it must have; the names in them are prefixed."""
    assert claim.wants is not None  # noqa: S101
    yield f"{subject} gc:states ["
    for number in range(claim.count):
        if number:
            yield "] , ["
        yield from _lines(claim.wants, 1)
    yield "] ."


def _lines(shape: ValueShape, depth: int) -> Iterator[str]:
    pad = "    " * depth
    for cls in shape.classes:
        yield f"{pad}a gc:{local(cls)} ;"
    for part in shape.parts:
        yield from _part(part, depth)
    for group in shape.alternatives:
        first, *others = group
        yield from _lines(first, depth)
        for branch in others:
            yield f"{pad}# or:"
            yield from (f"{pad}#   {line.removeprefix(pad)}" for line in _lines(branch, depth))


def _part(part: Part, depth: int) -> Iterator[str]:
    pad, value, prop = "    " * depth, part.value, f"gc:{local(part.path)}"
    if value.values:
        others = _names(value.values[part.count :])
        yield f"{pad}{prop} {_names(value.values[: part.count])} ;" + (f"   # or {others}" if others else "")
    elif part.path == HAS_TEXT:
        yield f'{pad}{prop} "..." ;'
    elif depth >= _DEEPEST or not (value.parts or value.alternatives):
        kind = f"a {_names(value.classes)} ; " if value.classes else ""
        yield f"{pad}{prop} " + " , ".join([f'[ {kind}rdfs:label "..." ]'] * part.count) + " ;"
    else:
        yield f"{pad}{prop} ["
        for number in range(part.count):
            if number:
                yield f"{pad}] , ["
            yield from _lines(value, depth + 1)
        yield f"{pad}] ;"


def _names(iris: Iterable[str]) -> str:
    return " , ".join(f"gc:{local(i)}" for i in iris)
