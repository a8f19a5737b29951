"""What SPARQL in shapes may hold: pre-binding leaves some forms without a meaning, and they are refused."""

from __future__ import annotations

import re

from checker.engine.names import Term
from checker.engine.shacl.graph import ill_formed

NOISE = re.compile(
    r'"""(?:[^\\]|\\.)*?"""|\'\'\'(?:[^\\]|\\.)*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|<[^<>\s{}"|^`]*>|#[^\n]*'
)
_FORBIDDEN = re.compile(r"\b(MINUS|VALUES|SERVICE)\b", re.IGNORECASE)
_SERVICE = re.compile(r"\bSERVICE\b", re.IGNORECASE)
_SELECT = re.compile(r"\bSELECT\b(.*?)(?:\bWHERE\b|\{)", re.IGNORECASE | re.DOTALL)
_AS = re.compile(r"\bAS\s+[?$](\w+)", re.IGNORECASE)


def refuse_service(owner: Term, query: str) -> None:
    """Raises InputError where a query asks another machine."""
    if _SERVICE.search(NOISE.sub(" ", query)):
        raise ill_formed(owner, "uses SERVICE in its query", "nothing is fetched: ask the data at hand")


def refuse_unsupported(owner: Term, query: str, bound: tuple[str, ...]) -> None:
    """Raises InputError where a query cannot be evaluated with ``bound`` variables already set."""
    text = NOISE.sub(" ", query)
    if found := _FORBIDDEN.search(text):
        raise ill_formed(owner, f"uses {found[1].upper()} in its query", "the standard leaves it out of shapes")
    for name in _AS.findall(text):
        if name in bound:
            raise ill_formed(owner, f"gives ${name} a new value in its query", "use another variable")
    for found in list(_SELECT.finditer(text))[0 if text.lstrip().upper().startswith("ASK") else 1 :]:
        projected = re.findall(r"[?$](\w+)", found[1])
        if "this" not in projected and "this" in bound:
            raise ill_formed(owner, "has an inner SELECT without $this", "select $this there too")
