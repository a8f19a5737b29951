"""RDF that asks for what is not its own, or that is made to exhaust its reader."""

from __future__ import annotations

from collections.abc import Callable

from tests.attacks.canary import Canary

DRAFT = "<http://e/d> a <https://w3id.org/guidecheck/ontology#SopDraft> "
_XML = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/"'
_NODE = '"@id": "http://e/d", "@type": "https://w3id.org/guidecheck/ontology#SopDraft"'
_DEEP = 20_000
Attack = Callable[[Canary], str]


def _context(context: str) -> str:
    return f'{{"@context": {context}, {_NODE}}}'


def _xml(c: Canary, declared: str = "", inside: str = "") -> str:
    return f'<?xml version="1.0"?>{declared}\n<rdf:RDF {_XML}>{inside}</rdf:RDF>'


def _nested(start: str, end: str, before: str = f"{DRAFT}; <http://e/p> ", after: str = " .") -> str:
    return before + start * _DEEP + "1" + end * _DEEP + after


_TERM = "<<( <http://e/a> <http://e/b> "
_DESCRIPTION = "<rdf:Description><e:p>", "</e:p></rdf:Description>"

REFUSED: dict[str, tuple[Attack, str]] = {
    "http.jsonld": (lambda c: _context(f'"{c.url}/c"'), "nothing is fetched"),
    "file.jsonld": (lambda c: _context(f'"{c.file_url}"'), "nothing is fetched"),
    "path.jsonld": (lambda c: _context(f'"{c.file}"'), "nothing is fetched"),
    "listed.jsonld": (lambda c: _context(f'[{{}}, "{c.url}/c"]'), "nothing is fetched"),
    "nested.jsonld": (lambda c: f'{{{_NODE}, "http://e/p": [{_context(f"""["{c.url}"]""")}]}}', "nothing is fetched"),
    "scoped.jsonld": (lambda c: _context(f'{{"p": {{"@id": "x:p", "@context": "{c.url}"}}}}'), "nothing is fetched"),
    "import.jsonld": (lambda c: _context(f'{{"@version": 1.1, "@import": "{c.url}"}}'), "nothing is fetched"),
    "aliased.jsonld": (lambda c: f'{{"\\u0040context": "{c.url}", {_NODE}}}', "nothing is fetched"),
    "html.jsonld": (lambda c: f'<script type="application/ld+json">{_context(c.url)}</script>', "not valid JSON"),
    "entity.rdf": (lambda c: _xml(c, f'<!DOCTYPE r [<!ENTITY x SYSTEM "{c.file_url}">]>', "&x;"), "document type"),
    "parameter.rdf": (lambda c: _xml(c, f'<!DOCTYPE r [<!ENTITY % x SYSTEM "{c.url}"> %x;]>'), "document type"),
    "dtd.xml": (lambda c: _xml(c, f'<!DOCTYPE r SYSTEM "{c.url}/x.dtd">'), "document type"),
    "laughs.owl": (
        lambda c: _xml(c, '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>', "&c;"),
        "document type",
    ),
    "imports.ttl": (lambda c: f"{DRAFT}; <http://www.w3.org/2002/07/owl#imports> <{c.url}/o> .", "owl:imports"),
    "included.rdf": (
        lambda c: _xml(
            c,
            f'<?xml-stylesheet href="{c.url}/x.xsl"?>',
            f'<e:X><e:p><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{c.url}"/></e:p></e:X>',
        ),
        "not valid RDF/XML",
    ),
    "triples.ttl": (lambda c: _nested(_TERM, ")>>"), "nested too deeply"),
    "triples.nt": (lambda c: _nested(_TERM, ")>>", "<http://e/d> <http://e/p> "), "nested too deeply"),
    "annotated.trig": (lambda c: _nested("<< <http://e/a> <http://e/b> ", ">>"), "nested too deeply"),
    "hidden.ttl": (lambda c: _nested(_TERM, ")>>", f"{DRAFT}; <http://e/p> '{'>>' * _DEEP}' , "), "nested too deeply"),
    "remarked.ttl": (lambda c: _nested(f"{_TERM} # >>\n", ")>>"), "nested too deeply"),
    "escaped.ttl": (
        lambda c: _nested(_TERM, ")>>", f"@prefix e: <http://e/> . {DRAFT}; e:p e:a\\' , ", " ; e:p e:a\\' ."),
        "nested too deeply",
    ),
    "called.rdf": (
        lambda c: _xml(c, "<!--\u00e9-->", _nested(*_DESCRIPTION, "", "")).replace('"1.0"', '"1.0" encoding="utf8"'),
        "nested too deeply",
    ),
    "deep.rdf": (lambda c: _xml(c, "", _nested(*_DESCRIPTION, "", "")), "nested too deeply"),
    "deep.jsonld": (lambda c: _nested('{"a":', "}", "", ""), "nested too deeply"),
    "lists.jsonld": (lambda c: _nested("[", "]", "", ""), "nested too deeply"),
}
READ: dict[str, Attack] = {
    "blank.ttl": lambda c: _nested("[ <http://e/p> ", " ]"),
    "list.ttl": lambda c: _nested("(", ")"),
    "graph.trig": lambda c: _nested("[ <http://e/p> ", " ]", f"<http://e/g> {{ {DRAFT}; <http://e/p> ", " . }"),
    "seen.ttl": lambda c: f"{DRAFT}; <{c.url}/p> <{c.file_url}> ; <http://schema.org/image> <{c.url}/i.png> .",
    "base.ttl": lambda c: f"@base <{c.url}/> . @prefix : <{c.file_url}#> . {DRAFT}; :p <x> .",
}
