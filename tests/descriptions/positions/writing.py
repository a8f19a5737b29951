"""Graphs written by hand, so to speak: in all the ways a syntax allows, and with the place of each token noted down.

What stands around the tokens looks like them: comments, literals over many lines, other keys with the same value.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from random import Random
from xml.sax.saxutils import escape, quoteattr

EX = "http://example.org/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
Key = tuple[str, str, str]
Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """A triple of local names; ``literal`` is true where the object is a text."""

    subject: str
    predicate: str
    object: str
    literal: bool

    @property
    def key(self) -> Key:
        return EX + self.subject, EX + self.predicate, self.object if self.literal else EX + self.object


@dataclass(slots=True)
class Sheet:
    """A text under the pen, with the places of what was put on it; columns count characters."""

    random: Random
    pieces: list[str] = field(default_factory=list)
    line: int = 1
    column: int = 1
    nodes: dict[str, Spot] = field(default_factory=dict)
    triples: dict[Key, Spot] = field(default_factory=dict)

    def put(self, text: str) -> Spot:
        at = self.line, self.column
        self.pieces.append(text)
        breaks = text.count("\n")
        self.line += breaks
        self.column = len(text) - text.rfind("\n") if breaks else self.column + len(text)
        return at

    def gap(self, *kinds: str) -> None:
        for _ in range(self.random.randint(1, 3)):
            self.put(self.random.choice((" ", "\t", "\n", "  \n\t", *kinds)))

    def node(self, name: str, at: Spot) -> None:
        self.nodes[EX + name] = min(at, self.nodes.get(EX + name, at))

    @property
    def data(self) -> bytes:
        """With Windows' ends of lines or a byte order mark, as it falls."""
        text = "".join(self.pieces)
        if self.random.random() < 0.4:
            text = text.replace("\n", "\r\n")
        return (b"\xef\xbb\xbf" if self.random.random() < 0.4 else b"") + text.encode()


def by_subject(graph: list[Said]) -> dict[str, list[Said]]:
    found: dict[str, list[Said]] = {}
    for said in graph:
        found.setdefault(said.subject, []).append(said)
    return found


def in_turtle(graph: list[Said], random: Random) -> Sheet:
    sheet = Sheet(random)
    fake = ('# ex:a ex:p ex:b . "\n', '# """ [ ( { 𝄞\n')
    sheet.put(f"@prefix ex: <{EX}> .\n" if random.random() < 0.5 else f"PREFIX ex: <{EX}>\n")

    def iri(name: str) -> str:
        return random.choice((f"ex:{name}", f"<{EX}{name}>"))

    for subject, of in by_subject(graph).items():
        sheet.gap(*fake)
        sheet.node(subject, sheet.put(iri(subject)))
        before = ""
        for n, said in enumerate(of):
            if n and said.predicate == before and random.random() < 0.7:
                sheet.gap(*fake)
                sheet.put(",")
            else:
                if n:
                    sheet.gap(*fake)
                    sheet.put(";")
                sheet.gap(*fake)
                sheet.put(iri(said.predicate))
            before = said.predicate
            sheet.gap(*fake)
            sheet.triples[said.key] = sheet.put(_quoted(said.object, random) if said.literal else iri(said.object))
        sheet.gap(*fake)
        sheet.put(".\n")
    return sheet


def in_lines(graph: list[Said], random: Random) -> Sheet:
    """N-Triples."""
    sheet = Sheet(random)
    for said in graph:
        sheet.put(random.choice(("", "# <http://example.org/a> <http://example.org/p> .\n", "\n", "\t")))
        sheet.node(said.subject, sheet.put(f"<{EX}{said.subject}>"))
        sheet.put(random.choice((" ", "\t", "  ")))
        sheet.put(f"<{EX}{said.predicate}> ")
        written = json.dumps(said.object, ensure_ascii=random.random() < 0.3)
        written = written if "\\u" not in written else json.dumps(said.object, ensure_ascii=False)
        sheet.triples[said.key] = sheet.put(written if said.literal else f"<{EX}{said.object}>")
        sheet.put(random.choice((" .\n", " . # ex:b\n")))
    return sheet


def _quoted(text: str, random: Random) -> str:
    if random.random() < 0.5:
        return '"""' + text.replace("\\", "\\\\").replace('"', '\\"') + '"""'
    return json.dumps(text, ensure_ascii=False)


def in_json(graph: list[Said], random: Random) -> Sheet:
    """JSON-LD: an object a subject under @graph, values plain, in lists or as objects, subjects nested at times."""
    sheet = Sheet(random)
    alias = random.choice(("@id", "id"))
    context = {"ex": EX, "id": "@id", "note": None}
    sheet.put('{"@context":')
    sheet.put(json.dumps(context, indent=random.choice((None, 1))))
    sheet.put(', "@graph": [')
    left = by_subject(graph)
    first = True
    while left:
        sheet.put("" if first else ",")
        first = False
        sheet.gap()
        _object(sheet, next(iter(left)), left, alias, 0)
    sheet.put("]}\n")
    return sheet


def _object(sheet: Sheet, subject: str, left: dict[str, list[Said]], alias: str, depth: int) -> None:
    of = left.pop(subject)
    sheet.node(subject, sheet.put("{"))
    sheet.put(f'"note": {json.dumps(f"ex:{of[0].object}")}, ')
    sheet.put(f'"{alias}": "ex:{subject}"')
    for predicate in dict.fromkeys(said.predicate for said in of):
        sheet.put(",")
        sheet.gap()
        sheet.put(f'"ex:{predicate}":')
        values = [said for said in of if said.predicate == predicate]
        sheet.put("[" if len(values) > 1 else " ")
        for n, said in enumerate(values):
            sheet.put(", " if n else "")
            _value(sheet, said, left, alias, depth)
        sheet.put("]" if len(values) > 1 else "")
    sheet.put("}")


def _value(sheet: Sheet, said: Said, left: dict[str, list[Said]], alias: str, depth: int) -> None:
    random = sheet.random
    if said.literal:
        tagged = random.random() < 0.4
        sheet.put('{"@value": ' if tagged else "")
        sheet.triples[said.key] = sheet.put(json.dumps(said.object, ensure_ascii=random.random() < 0.5))
        sheet.put(random.choice(("}", ', "@language": "fr"}')) if tagged else "")
    elif said.object in left and depth < 3 and random.random() < 0.6:
        sheet.triples[said.key] = sheet.line, sheet.column
        _object(sheet, said.object, left, alias, depth + 1)
    else:
        sheet.triples[said.key] = sheet.put(f'{{"{alias}": "ex:{said.object}"}}')


def in_xml(graph: list[Said], random: Random) -> Sheet:
    """RDF/XML: names relative to xml:base, typed nodes, nested nodes; places are those of the tags."""
    sheet = Sheet(random)
    sheet.put('<?xml version="1.0" encoding="UTF-8"?>\n<!-- <rdf:Description rdf:about="a"/> 𝄞 -->\n')
    sheet.put(f'<rdf:RDF xmlns:rdf="{RDF}"\n\txmlns:ex="{EX}" xml:base="{EX}">')
    left = by_subject(graph)
    while left:
        sheet.gap("<!-- <ex:p>𝄞</ex:p> -->")
        _element(sheet, next(iter(left)), left, 0)
    sheet.put("\n</rdf:RDF>\n")
    return sheet


def _element(sheet: Sheet, subject: str, left: dict[str, list[Said]], depth: int) -> None:
    random = sheet.random
    of = left.pop(subject)
    name = random.choice(("rdf:Description", "ex:Kind"))
    at = sheet.put(f"<{name} rdf:about={quoteattr(random.choice((subject, EX + subject)))}>")
    sheet.node(subject, at)
    if name == "ex:Kind":
        sheet.triples[EX + subject, RDF + "type", EX + "Kind"] = at
    for said in of:
        sheet.gap("<!-- <ex:p>𝄞</ex:p> -->")
        tag = f"ex:{said.predicate}"
        if said.literal:
            sheet.triples[said.key] = sheet.put(f"<{tag}>{escape(said.object)}</{tag}>")
        elif said.object in left and depth < 3 and random.random() < 0.6:
            sheet.triples[said.key] = sheet.put(f"<{tag}>")
            sheet.gap()
            _element(sheet, said.object, left, depth + 1)
            sheet.put(f"</{tag}>")
        else:
            sheet.triples[said.key] = sheet.put(f"<{tag} rdf:resource={quoteattr(said.object)}/>")
    sheet.put(f"</{name}>")
