"""What an editor can put into a draft for a finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.descriptions.doubts import Doubt
from checker.descriptions.forms.skeleton import comment, statement
from checker.knowledge import Knowledge
from checker.knowledge.names import GC, RDFS
from checker.lsp.findings import Finding
from checker.lsp.text import Stretch, cut, iri_of, prefixes_of, token_at
from checker.report import InputReport
from checker.reports.issues import Issue

_NEEDED = {"gc": GC, "rdfs": RDFS}


@dataclass(frozen=True, slots=True)
class Fix:
    """``text`` replaces what stands ``at``."""

    title: str
    at: Stretch
    text: str
    preferred: bool = False


def fixes_for(found: Finding, lines: list[str], knowledge: Knowledge) -> Iterator[Fix]:
    """Nothing that is put in makes a requirement met by itself: what a draft would say comes as comments."""
    if isinstance(found.of, Doubt):
        yield from _respelt(found.of, found.at, lines, knowledge)
    elif isinstance(found.of, Issue):
        yield from _asked_for(found.of, lines, knowledge)


def _respelt(doubt: Doubt, at: Stretch, lines: list[str], knowledge: Knowledge) -> Iterator[Fix]:
    written = cut(lines, at)
    near = doubt.near if doubt.of == "namespace" else doubt.near.rpartition(":")[2]
    if near and written and doubt.term.endswith(written):
        title = knowledge.interface_texts("en")["lsp-replace"].format(term=doubt.term, near=doubt.near)
        yield Fix(title, at, near, preferred=True)


def _asked_for(issue: Issue, lines: list[str], knowledge: Knowledge) -> Iterator[Fix]:
    draft, row = issue.draft, issue.row
    failing = {c.id for c in row.claims if not c.holds and not c.optional}
    claims = [c for c in knowledge.requirements[row.id].claims if c.id in failing and c.wants is not None]
    subject = _name_of(draft, lines)
    if not claims or not subject:
        return
    texts = knowledge.interface_texts(draft.language)
    declared = prefixes_of("\n".join(lines), given={})
    said = ["", *comment(f"{row.id} {row.title}", rule=True), *comment(row.remedy)]
    said += [f"# @prefix {p}: <{iri}> ." for p, iri in _NEEDED.items() if declared.get(p) != iri]
    for claim in claims:
        said += [*comment(f"- {claim.sentence.in_(draft.language)}"), *(f"# {s}" for s in statement(claim, subject))]
    last = len(lines) - 1
    end = Stretch(last, len(lines[last]), last, len(lines[last]))
    break_ = "\n" if lines[last] else ""
    yield Fix(texts["lsp-insert"].format(id=row.id), end, break_ + "\n".join(said).lstrip("\n") + "\n")


def _name_of(draft: InputReport, lines: list[str]) -> str:
    """The draft as the text writes it; empty where it has no name there."""
    prefixes = prefixes_of("\n".join(lines))
    for number, line in enumerate(lines):
        if line[:1].isspace() or not line or line.startswith(("#", "@", "[")):
            continue
        written = cut(lines, token_at(lines, number, 0))
        if iri_of(written, prefixes) == draft.node:
            return written
    return f"<{draft.node}>" if "://" in draft.node else ""
