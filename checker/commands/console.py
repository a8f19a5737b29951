"""What the command line shows besides reports: requirements, kinds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from checker.errors import CallError
from checker.knowledge import Knowledge
from checker.knowledge.model import Requirement
from checker.profiles import profile_of
from checker.reports.requirement_page import address
from checker.selection import one_of, requirements_for


def show_requirement(knowledge: Knowledge, requirement_id: str, language: str, book: Path | None = None) -> None:
    """One requirement in full, and its page in a reference book. Raises CallError where there is none of this id."""
    one_of("language", language, knowledge.languages)
    written = re.sub(r"^([A-Za-z]+)[-_ ]?(\d)$", r"\1-0\2", requirement_id.strip()).upper()
    found = knowledge.requirements[one_of("requirement", written, knowledge.requirements)]
    words = knowledge.interface_texts(language)
    console = Console()
    console.print(Text(f"{found.id}  {found.title.in_(language)}", style="bold"))
    console.print(Text(f"{_strength(found, words)} · {_kinds(knowledge, found, language)}", style="dim"))
    console.print()
    console.print(Text(found.statement.in_(language)))
    for head, text in (
        ("condition", found.condition.in_(language)),
        ("near-miss", found.near_miss.in_(language)),
        ("remedy", found.remedy.in_(language)),
    ):
        if text:
            console.print(Text(f"\n{words.get(head, head)}", style="bold"))
            console.print(Text(text))
    if found.claims:
        console.print(Text(f"\n{words.get('claims', 'claims')}", style="bold"))
        for claim in found.claims:
            console.print(Text(f"  {'?' if claim.role == 'optional' else '-'} {claim.sentence.in_(language)}"))
    _show_passages(console, knowledge, found, language)
    console.print(Text(f"\n{words.get('provisions', 'provisions')}", style="bold"))
    for provision in (knowledge.provisions[p] for p in found.provisions):
        document = knowledge.documents[provision.document]
        console.print(Text(f"  {provision.id}  {document.short}, {provision.locator} ({provision.strength})"))
        console.print(Text(f"    {provision.statement.in_(language)}", style="dim"))
    where = str(_page(knowledge, found, language, book)) if book else address(found.id)
    console.print(Text(f"\n{where}", style="dim"), soft_wrap=True)


def _page(knowledge: Knowledge, requirement: Requirement, language: str, book: Path) -> Path:
    from checker.reference import requirement_page

    page = book / language / requirement_page(knowledge, requirement.id)
    if not page.is_file():
        raise CallError("holds no page of it", where=str(book), remedy="write one with guidecheck reference FOLDER")
    return page.resolve()


def _show_passages(console: Console, knowledge: Knowledge, requirement: Requirement, language: str) -> None:
    words = knowledge.interface_texts(language)
    passages = [p for p in knowledge.passages.get(requirement.id, ()) if p.language == language]
    for shows, head in ((True, "ref-passages"), (False, "ref-near-passages")):
        if some := [p for p in passages if p.shows is shows]:
            console.print(Text(f"\n{words[head]}", style="bold"))
            for passage in some:
                form = words[f"form-{passage.form}"]
                console.print(Text(f"  {'+' if shows else '-'} {passage.text} ({form})"))


def show_requirements(
    knowledge: Knowledge, *, kind: str | None, theme: str | None, profile: str, language: str
) -> None:
    """A table of requirements. Raises CallError on an unknown kind, theme, profile or language."""
    one_of("language", language, knowledge.languages)
    wanted = tuple(knowledge.kinds) if kind is None else (one_of("kind", kind, knowledge.kinds),)
    found = requirements_for(knowledge, profile_of(profile, knowledge), wanted)
    if theme is not None:
        found = tuple(r for r in found if r.theme == one_of("theme", theme, knowledge.themes))
    table = Table(box=None, pad_edge=False, header_style="bold")
    words = knowledge.interface_texts(language)
    for column in ("column-id", "column-strength", "column-claims", "column-title"):
        table.add_column(words[column], justify="right" if column == "column-claims" else "left", no_wrap=True)
    table.columns[-1].no_wrap = False
    for r in found:
        table.add_row(r.id, _strength(r, words), str(len(r.claims) or "-"), Text(r.title.in_(language)))
    Console().print(table)
    Console().print(Text(words["requirements-listed"].format(n=len(found)), style="dim"))


def show_kinds(knowledge: Knowledge, language: str) -> None:
    """A table of the kinds of draft."""
    one_of("language", language, knowledge.languages)
    table = Table(box=None, pad_edge=False, header_style="bold")
    words = knowledge.interface_texts(language)
    for column in ("column-kind", "column-requirements", "column-meaning"):
        table.add_column(words[column], justify="right" if column == "column-requirements" else "left")
    for kind in knowledge.kinds.values():
        count = sum(kind.id in r.kinds for r in knowledge.requirements.values())
        table.add_row(kind.id, str(count), Text(kind.definition.in_(language)))
    Console().print(table)


def _strength(requirement: Requirement, words: Mapping[str, str]) -> str:
    raised = f" → {words[f'strength-{requirement.raised_to}']}" if requirement.raised_to else ""
    return words[f"strength-{requirement.strength}"] + raised


def _kinds(knowledge: Knowledge, requirement: Requirement, language: str) -> str:
    return ", ".join(knowledge.kinds[k].label.in_(language) for k in requirement.kinds)
