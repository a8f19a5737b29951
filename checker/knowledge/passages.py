"""Example passages: texts written for the project that show claims, or come near and do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.knowledge.index import Index
from checker.knowledge.names import GC, GCR, local


@dataclass(frozen=True, slots=True)
class ExamplePassage:
    """One passage. ``claims`` are the IRIs of those that it shows, or, a near miss, only seems to show.

    ``form`` says where such a passage stands (clause, cell, bullet), or what kind of near miss it is.
    """

    id: str
    requirement: str
    language: str
    text: str
    heading: str
    form: str
    shows: bool
    claims: tuple[str, ...]


def read_passages(index: Index) -> Mapping[str, tuple[ExamplePassage, ...]]:
    """By requirement id; those that show claims come first."""
    found: dict[str, list[ExamplePassage]] = defaultdict(list)
    for iri in index.of_type(GC + "ExamplePassage"):
        passage = _passage(index, iri)
        found[passage.requirement].append(passage)
    return {r: tuple(sorted(by, key=lambda p: (p.language, not p.shows, p.id))) for r, by in sorted(found.items())}


def texts_showing(
    passages: Mapping[str, Sequence[ExamplePassage]], requirement: str, language: str, claim: str | None = None
) -> list[str]:
    """The texts in one language that show claims of a requirement, or one of them."""
    shown = (p for p in passages.get(requirement, ()) if p.shows and p.language == language)
    return [p.text for p in shown if claim is None or claim in p.claims]


def _passage(index: Index, iri: str) -> ExamplePassage:
    (words,) = index.literals(iri, GC + "passageText")
    shown, near = index.keys(iri, GC + "shows"), index.keys(iri, GC + "comesNear")
    return ExamplePassage(
        id=local(iri),
        requirement=iri.removeprefix(GCR).rsplit("-passage-", 1)[0],
        language=words.language or "en",
        text=words.value,
        heading=index.literal(iri, GC + "underHeading"),
        form=index.literal(iri, GC + "passageForm"),
        shows=bool(shown),
        claims=tuple(sorted((*shown, *near))),
    )
