"""Random shapes and data over a small vocabulary, so that they meet often."""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox
from hypothesis import strategies as st

SH = "http://www.w3.org/ns/shacl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = ox.NamedNode(RDF + "type")


def ex(name: str) -> ox.NamedNode:
    return ox.NamedNode("http://example.org/" + name)


NODES = [ex(f"n{i}") for i in range(5)]
CLASSES = [ex(c) for c in "ABC"]
PROPERTIES = [ex(p) for p in "pqr"]
LITERALS = [
    *(ox.Literal(n) for n in (0, 1, 2, 10)),
    ox.Literal("1.5", datatype=ox.NamedNode(XSD + "decimal")),
    ox.Literal("one"),
    ox.Literal("two words"),
    ox.Literal("one", language="en"),
    ox.Literal("uno", language="es"),
    ox.Literal("due", language="en-gb"),
    ox.Literal("many", datatype=ox.NamedNode(XSD + "integer")),
    ox.Literal("2020-02-30", datatype=ox.NamedNode(XSD + "date")),
    ox.Literal("2020-02-28", datatype=ox.NamedNode(XSD + "date")),
    ox.Literal(True),
]
DATATYPES = [ox.NamedNode(XSD + d) for d in ("integer", "string", "date", "decimal", "boolean")]
KINDS = [ox.NamedNode(SH + k) for k in ("IRI", "Literal", "BlankNodeOrIRI", "IRIOrLiteral")]
BOUNDS = [ox.Literal(1), ox.Literal("1.5", datatype=ox.NamedNode(XSD + "decimal")), ox.Literal(10)]
PATTERNS = ["^o", "e$", "[a-z]{3}", "w.r", "1", r"\d", r"\s"]

data_triples = st.one_of(
    st.builds(ox.Triple, st.sampled_from(NODES), st.just(TYPE), st.sampled_from(CLASSES)),
    st.builds(ox.Triple, st.sampled_from(NODES), st.sampled_from(PROPERTIES), st.sampled_from([*NODES, *LITERALS])),
    st.builds(ox.Triple, st.sampled_from(NODES), st.sampled_from(PROPERTIES), st.sampled_from(NODES)),
    st.just(ox.Triple(CLASSES[0], ox.NamedNode(RDFS + "subClassOf"), CLASSES[1])),
)
graphs = st.lists(data_triples, min_size=1, max_size=25, unique=True).map(tuple)


class Making:
    """Collects the triples of one shapes graph while hypothesis draws."""

    def __init__(self, draw: Any) -> None:
        self._draw = draw
        self.triples: list[ox.Triple] = []
        self._count = 0

    def one_of(self, options: Any) -> Any:
        return self._draw(st.sampled_from(list(options)))

    def say(self, node: Any, name: str, value: Any) -> None:
        self.triples.append(ox.Triple(node, ox.NamedNode(SH + name), value))

    def node(self) -> Any:
        self._count += 1
        return self.one_of([ex(f"s{self._count}"), ox.BlankNode(f"s{self._count}")])

    def listed(self, members: list[Any]) -> Any:
        head: Any = ox.NamedNode(RDF + "nil")
        for member in reversed(members):
            self._count += 1
            cell = ox.BlankNode(f"l{self._count}")
            self.triples.append(ox.Triple(cell, ox.NamedNode(RDF + "first"), member))
            self.triples.append(ox.Triple(cell, ox.NamedNode(RDF + "rest"), head))
            head = cell
        return head

    def path(self, depth: int) -> Any:
        kind = self.one_of(
            ["plain"] * 4
            + (["inverse", "sequence", "alternative", "zeroOrMore", "oneOrMore", "zeroOrOne"] if depth else [])
        )
        if kind == "plain":
            return self.one_of(PROPERTIES)
        if kind == "sequence":
            return self.listed([self.path(depth - 1), self.path(depth - 1)])
        self._count += 1
        node = ox.BlankNode(f"p{self._count}")
        inner = self.path(depth - 1)
        if kind == "alternative":
            other = next(p for p in PROPERTIES if p != inner)
            inner = self.listed([inner, other])
        self.say(node, kind + "Path", inner)
        return node

    def shape(self, depth: int, *, is_property: bool) -> Any:
        node = self.node()
        if is_property:
            self.say(node, "path", self.path(2))
        else:
            self.triples.append(ox.Triple(node, TYPE, ox.NamedNode(SH + "NodeShape")))
        for _ in range(self.one_of([1, 1, 2, 3])):
            self.constraint(node, depth, is_property)
        if self.one_of([False] * 5 + [True]):
            self.say(node, "severity", ox.NamedNode(SH + "Warning"))
        if self.one_of([False] * 15 + [True]):
            self.say(node, "deactivated", ox.Literal(True))
        return node

    def constraint(self, node: Any, depth: int, is_property: bool) -> None:
        said = {t.predicate.value.removeprefix(SH) for t in self.triples if t.subject == node}
        simple = ["class", "datatype", "nodeKind", "minInclusive", "maxExclusive", "minLength", "maxLength", "pattern"]
        simple += ["languageIn", "in", "hasValue", "equals", "disjoint"]
        if is_property:
            simple += ["minCount", "maxCount", "minCount", "maxCount", "uniqueLang", "lessThan", "lessThanOrEquals"]
        else:
            simple += ["closed"]
        nested = ["node", "not", "and", "or", "xone", "property"] + (["qualified"] if is_property else [])
        kind = self.one_of([k for k in simple + (nested * 3 if depth else []) if k not in said])
        if kind in ("node", "not"):
            self.say(node, kind, self.shape(depth - 1, is_property=kind == "not" and self.one_of([False, True])))
        elif kind == "property":
            self.say(node, kind, self.shape(depth - 1, is_property=True))
        elif kind in ("and", "or", "xone"):
            inner = [self.shape(depth - 1, is_property=self.one_of([False, True])) for _ in range(self.one_of([1, 2]))]
            self.say(node, kind, self.listed(inner))
        elif kind == "qualified" and "qualifiedValueShape" not in said:
            self.say(node, "qualifiedValueShape", self.shape(depth - 1, is_property=self.one_of([False, True])))
            self.say(node, self.one_of(["qualifiedMinCount", "qualifiedMaxCount"]), ox.Literal(self.one_of([0, 1, 2])))
            if self.one_of([False, False, True]):
                self.say(node, "qualifiedValueShapesDisjoint", ox.Literal(True))
        elif kind != "qualified":
            self.say(node, kind, self.argument(kind))

    def argument(self, kind: str) -> Any:
        if kind in ("minCount", "maxCount"):
            return ox.Literal(self.one_of([0, 1, 2]))
        if kind in ("minLength", "maxLength"):
            return ox.Literal(self.one_of([1, 3, 20]))
        if kind in ("uniqueLang", "closed"):
            return ox.Literal(True)
        if kind == "languageIn":
            return self.listed([ox.Literal(tag) for tag in self.one_of([["en"], ["es", "EN"]])])
        if kind == "in":
            return self.listed([self.one_of([*NODES, *LITERALS]) for _ in range(2)])
        options = {
            "class": CLASSES,
            "datatype": DATATYPES,
            "nodeKind": KINDS,
            "minInclusive": BOUNDS,
            "maxExclusive": BOUNDS,
            "pattern": [ox.Literal(p) for p in PATTERNS],
            "hasValue": [*NODES, *LITERALS],
        }
        return self.one_of(options.get(kind, PROPERTIES))

    def root(self) -> None:
        node = self.shape(2, is_property=self.one_of([False, False, True]))
        for kind in self.one_of(
            [["targetClass"], ["targetNode"], ["targetSubjectsOf"], ["targetObjectsOf", "targetClass"]]
        ):
            options = {"targetClass": CLASSES, "targetNode": [*NODES, LITERALS[0]]}.get(kind, PROPERTIES)
            self.say(node, kind, self.one_of(options))


@st.composite
def shapes_graphs(draw: Any) -> tuple[ox.Triple, ...]:
    making = Making(draw)
    for _ in range(making.one_of([1, 1, 2, 3])):
        making.root()
    return tuple(making.triples)
