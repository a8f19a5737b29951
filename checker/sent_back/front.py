"""What stands on the page put in front of a draft: what was checked, and what the draft does not state.

A long policy leaves hundreds of requirements unmentioned: the most binding are listed, with whatever a person said of
others, and the rest is counted.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from checker.report import STRENGTHS, RequirementOutcome
from checker.reports.counts import tally
from checker.reports.display import draft_name, one_line, percent, shorten, visible
from checker.reports.findings import Finding
from checker.reports.texts import Wording
from checker.sent_back.material import Material
from checker.sent_back.remarks import Remark, author, missing, when
from checker.sent_back.words import Line, guidance, remark_lines, verdict_words, where

MOST = 10
"""Findings listed, besides those that a person spoke of: with their remedies they fill a page."""


@dataclass(frozen=True, slots=True)
class Group:
    """What is missing of one strength; each item is a title with lines below it."""

    label: str
    items: tuple[tuple[str, tuple[Line, ...]], ...]


@dataclass(frozen=True, slots=True)
class Front:
    heading: str
    about: tuple[str, ...]
    missing_heading: str
    groups: tuple[Group, ...]
    rest: str = ""
    """How many more there are, and where they are listed; empty where all stand here."""
    elsewhere: tuple[tuple[str, tuple[Line, ...]], ...] = ()
    """Remarks that could not be put at a passage, each under its place."""


def front(material: Material, notes: tuple[str, ...] = (), stray: tuple[Remark, ...] = ()) -> Front:
    """``notes`` say what is different about this copy, ``stray`` are remarks that have no place in it."""
    say = material.say
    found = missing(material)
    listed = [f for place, f in enumerate(found) if place < MOST or _is_spoken_of(f)]
    groups = tuple(
        Group(say(f"strength-{strength}"), tuple(_item(f, material) for f in listed if f.lead.strength == strength))
        for strength in STRENGTHS
        if any(f.lead.strength == strength for f in listed)
    )
    return Front(
        heading=say("sent-front-heading"),
        about=(*about(material), *notes),
        missing_heading=say("sent-front-missing") if found else say("sent-front-none"),
        groups=groups,
        rest=_rest([f for f in found if f not in listed], say),
        elsewhere=tuple((_where(r, say), remark_lines(r, say)) for r in stray),
    )


def about(material: Material) -> tuple[str, ...]:
    """What was checked, when and under what, what came out, and who decided."""
    say, report, draft = material.say, material.report, material.draft
    profile = one_line(report.profile_label or report.profile)
    first = say("sent-front-about", draft=draft_name(draft), profile=profile, date=say.date(visible(report.generated)))
    return first, counts_in_words(material), decided_in_words(material), *map(one_line, draft.warnings)


def counts_in_words(material: Material) -> str:
    counts = tally(material.draft.requirements)
    some = [f"{material.say(f'verdict-{verdict}')} {n}" for verdict, n in counts.counts if n]
    return " · ".join([*some, f"{material.say('coverage')} {percent(counts.coverage)}"])


def decided_in_words(material: Material) -> str:
    """Who decided how many verdicts, or that nobody has."""
    rows = material.draft.requirements
    decided = [row.decided_by for row in rows if row.decided_by]
    if not decided:
        return material.say("sent-nobody")
    names = ", ".join(dict.fromkeys(shorten(by.who, 60) for by in decided))
    asked = sum(row.verdict != "not-applicable" or row.decided_by is not None for row in rows)
    return material.say("sent-decided-count", n=len(decided), of=asked, names=names)


def _is_spoken_of(finding: Finding) -> bool:
    """True where a person turned a verdict or said something."""
    return any(
        row.comment or (row.decided_by and (row.decided_by.why or row.decided_by.proposed != row.verdict))
        for row in (finding.lead, *finding.also)
    )


def _rest(left: list[Finding], say: Wording) -> str:
    counts = Counter(finding.lead.strength for finding in left)
    said = " · ".join(f"{say(f'strength-{s}')} {counts[s]}" for s in STRENGTHS if counts[s])
    return say("sent-front-rest", n=len(left), counts=said) if left else ""


def _item(finding: Finding, material: Material) -> tuple[str, tuple[Line, ...]]:
    row, say = finding.lead, material.say
    also = "".join(f", {one_line(other.id)}" for other in finding.also if other.verdict == "not-stated")
    lines = [line for one in (row, *finding.also) for line in _said(one, material)]
    if row.strength == "must" and row.remedy:
        lines.append(Line(say("sent-remedy"), shorten(row.remedy, 300)))
    if row.provisions:
        lines.append(Line(say("sent-guidance"), guidance(row, 1)))
    return f"{one_line(row.title)} ({one_line(row.id)}{also})", tuple(lines)


def _said(row: RequirementOutcome, material: Material) -> list[Line]:
    """What a person said of something that is missing."""
    said = [Line("", verdict_words(row, material.say))] if row.decided_by else []
    why = row.decided_by.why if row.decided_by else ""
    for head, text in (("sent-why", why), ("sent-comment", row.comment)):
        if text:
            said.append(Line(material.say(head), visible(text)))
    if row.comment and not row.decided_by:
        said[-1] = Line(f"{author(row, material)}, {material.say.date(visible(when(row, material)))}:", said[-1].text)
    return said


def _where(remark: Remark, say: Wording) -> str:
    return where(remark.place, say) or say("sent-whole-draft") if remark.place else say("sent-whole-draft")
