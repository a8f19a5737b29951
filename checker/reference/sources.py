"""The Turtle of requirements as it stands in its files, as HTML with links to the terms it speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from markupsafe import Markup, escape

from checker.knowledge import Knowledge
from checker.reference.turtle import Token, Tokens, is_prefix, prefix_of, statements, without_texts
from checker.reports.display import visible

Link = Callable[[str], str]
"""From an IRI to where it stands in the book, seen from a requirement's page; empty where it has no place."""
_TAGS = {"text": "i", "comment": "small", "number": "i", "tag": "i"}
_MARKS = ("NodeShape", "gc:Requirement", "/requirement/")


def shapes_in_files(knowledge: Knowledge, files: Iterable[Path], link: Link) -> dict[str, Markup]:
    """Each requirement's statements without the wording, by its id."""
    owners = _owners(knowledge)
    found: dict[str, list[Markup]] = {}
    for file in files:
        content = file.read_text("utf-8")
        if not any(mark in content for mark in _MARKS):
            continue
        prefixes: dict[str, str] = {}
        for statement in statements(content):
            if is_prefix(statement):
                prefixes.update([prefix_of(statement)])
            elif owner := owners.get(_iri(statement[0], prefixes)):
                found.setdefault(owner, []).append(highlighted(without_texts(statement), prefixes, link))
    return {owner: Markup("\n\n").join(parts) for owner, parts in found.items()}


def turtle_html(content: str, link: Link) -> Markup:
    """A whole file less its prefixes."""
    prefixes: dict[str, str] = {}
    parts: list[Markup] = []
    for statement in statements(content):
        if is_prefix(statement):
            prefixes.update([prefix_of(statement)])
        else:
            parts.append(highlighted(statement, prefixes, link))
    return Markup("\n\n").join(parts)


def highlighted(statement: Tokens, prefixes: Mapping[str, str], link: Link) -> Markup:
    """Names become links, and texts, numbers and comments are set apart."""
    return Markup("".join(_pieces(statement, prefixes, link)))  # noqa: S704 -- every piece is escaped


def _pieces(statement: Tokens, prefixes: Mapping[str, str], link: Link) -> Iterator[str]:
    for token in statement:
        if token.kind in ("space", "mark"):
            yield token.text
            continue
        shown = escape(visible(token.text))
        target = link(_iri(token, prefixes)) if token.kind in ("name", "iri") else ""
        if target:
            yield f'<a href="{escape(target)}">{shown}</a>'
        elif tag := _TAGS.get(token.kind):
            yield f"<{tag}>{shown}</{tag}>"
        else:
            yield shown


def _iri(token: Token, prefixes: Mapping[str, str]) -> str:
    if token.kind == "iri":
        return token.text[1:-1]
    name, colon, rest = token.text.partition(":")
    return prefixes[name + colon] + rest if name + colon in prefixes else ""


def _owners(knowledge: Knowledge) -> dict[str, str]:
    """The requirement of each node that is written for it: itself, its claims, its condition."""
    owners: dict[str, str] = {}
    for r in knowledge.requirements.values():
        for iri in (r.iri, *(c.iri for c in r.claims), *([r.condition_iri] if r.condition_iri else [])):
            owners.setdefault(iri, r.id)
    return owners
