"""sh:languageIn and sh:uniqueLang: the languages of values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyoxigraph as ox

from checker.engine.families.family import Family
from checker.engine.names import SH, Term, short
from checker.engine.program.model import Check
from checker.engine.shacl.ast import Constraint, Shape, component
from checker.engine.shacl.graph import Graph, ill_formed

if TYPE_CHECKING:
    from checker.engine.program.builder import Builder
    from checker.engine.running.tables import Tables


def read_in(graph: Graph, node: Term, _: bool) -> Iterator[Constraint]:
    head = graph.one(node, SH + "languageIn")
    if head is not None:
        tags = graph.list_of(head, node)
        for tag in tags:
            if not isinstance(tag, ox.Literal):
                raise ill_formed(node, f"has {short(tag)} in sh:languageIn", "write language tags as text")
        yield Constraint("languageIn", component("LanguageIn"), details=tuple(sorted(t.value.lower() for t in tags)))


def read_unique(graph: Graph, node: Term, is_property: bool) -> Iterator[Constraint]:
    if is_property and graph.is_true(node, "uniqueLang"):
        yield Constraint("uniqueLang", component("UniqueLang"))


def lower_in(constraint: Constraint, _: Shape, to: Builder) -> Iterator[Check]:
    yield Check(constraint.component, "value", to.ask("languageIn", lists_true=True, details=constraint.details))


def lower_unique(constraint: Constraint, shape: Shape, to: Builder) -> Iterator[Check]:
    literal = to.ask("uniqueLang", lists_true=False, path=to.path(shape.path))
    yield Check(constraint.component, "found", literal)


def answer_in(tables: Tables, kind: str) -> None:
    """Decides for each language that occurs, then for the values."""
    languages = [str(lang) for (lang,) in tables.rows("SELECT DISTINCT lang FROM terms WHERE lang IS NOT NULL")]
    fitting = [
        (number, lang)
        for number in tables.asked(kind)
        for lang in languages
        if any(_matches(lang, tag) for tag in tables.program.questions[number - 1].details)
    ]
    tables.run("CREATE OR REPLACE TEMP TABLE fitting (question INTEGER, lang VARCHAR)")
    tables.insert("fitting", fitting)
    tables.run(
        "INSERT INTO members SELECT c.question, c.node FROM candidates c JOIN terms t ON t.id = c.node"
        " JOIN fitting f ON f.question = c.question AND f.lang = t.lang"
    )


def _matches(language: str, tag: str) -> bool:
    return tag == "*" or language == tag or language.startswith(tag + "-")


def answer_unique(tables: Tables, kind: str) -> None:
    tables.run(
        f"INSERT INTO found (question, node) SELECT v.question, v.node FROM ({tables.values_of(kind)}) v"
        " JOIN terms t ON t.id = v.value WHERE t.lang IS NOT NULL"
        " GROUP BY v.question, v.node, t.lang HAVING count(*) > 1"
    )


LANGUAGE_IN = Family("languageIn", ("languageIn",), read_in, lower_in, {"languageIn": answer_in})
UNIQUE_LANG = Family("uniqueLang", ("uniqueLang",), read_unique, lower_unique, {"uniqueLang": answer_unique})
