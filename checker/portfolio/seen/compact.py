"""A portfolio held in little memory, from which single descriptions come back as reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from checker.knowledge import Knowledge
from checker.portfolio.seen.packed import NAMED
from checker.report import STRENGTHS, VERDICTS, ClaimOutcome, InputReport, ProvisionRef, Report, RequirementOutcome
from checker.verdicts.reworded import reworded

SURE, UNSURE = 1.0, 0.5
"""Confidence of a verdict that stands, and of one that is a proposal: a portfolio keeps no number."""


class Asked(msgspec.Struct, frozen=True):
    """A requirement, with the states that its cells name: verdict, whether proposed, claims that do not hold."""

    id: str
    theme: str
    strength: int
    states: tuple[tuple[int, bool, str], ...]


class Described(msgspec.Struct, frozen=True):
    """``coverage`` is not here: the comparison reckons it under the profile that is chosen."""

    name: str
    source: str
    kind: str
    organisation: str
    language: str


class Compact(msgspec.Struct, frozen=True):
    """``of`` is how many descriptions the portfolio has, of which these are the first."""

    descriptions: tuple[Described, ...]
    requirements: tuple[Asked, ...]
    cells: bytes
    of: int
    profile: str = ""


@dataclass(frozen=True, slots=True)
class _Cell:
    verdict: int
    proposed: bool
    missing: frozenset[str]


def report_of(compact: Compact, n: int, knowledge: Knowledge, language: str) -> InputReport:
    """The description of that number as if it had been checked by itself, in words of that language. Passages are not
    in a portfolio."""
    described = compact.descriptions[n]
    width = len(compact.requirements)
    codes = compact.cells[n * width : (n + 1) * width]
    rows = tuple(
        _outcome(asked, _cell(asked, code), knowledge)
        for asked, code in zip(compact.requirements, codes, strict=True)
        if code
    )
    found = InputReport(
        path=described.source, sha256="", kind=described.kind, kind_label=described.kind,
        language=described.language or language, pages=None, requirements=rows, name=described.name,
    )  # fmt: skip
    return reworded(Report("", "", compact.profile, "", language, (found,)), knowledge, language).inputs[0]


def _cell(asked: Asked, code: int) -> _Cell:
    if code > NAMED:
        verdict, proposed = divmod(code - NAMED - 1, 2)
        return _Cell(verdict, bool(proposed), frozenset())
    verdict, look, missing = asked.states[code - 1]
    return _Cell(verdict, look, frozenset(missing.split()))


def _outcome(asked: Asked, cell: _Cell, knowledge: Knowledge) -> RequirementOutcome:
    known = knowledge.requirements.get(asked.id)
    claims: tuple[ClaimOutcome, ...] = ()
    provisions: tuple[ProvisionRef, ...] = ()
    if known:
        claims = tuple(
            ClaimOutcome(c.id, c.name.in_("en"), c.sentence.in_("en"), c.id not in cell.missing) for c in known.claims
        )
        provisions = tuple(_provision(id_, knowledge) for id_ in known.provisions if id_ in knowledge.provisions)
    return RequirementOutcome(
        id=asked.id, theme=asked.theme, theme_label=asked.theme, title="", statement="",
        strength=STRENGTHS[asked.strength], verdict=VERDICTS[cell.verdict],
        confidence=UNSURE if cell.proposed else SURE, needs_review=cell.proposed, evidence=(),
        missing=tuple(claim.name for claim in claims if not claim.holds), provisions=provisions, remedy="",
        weight=known.weight if known else 1.0, claims=claims,
    )  # fmt: skip


def _provision(id_: str, knowledge: Knowledge) -> ProvisionRef:
    found = knowledge.provisions[id_]
    document: Any = knowledge.documents.get(found.document)
    return ProvisionRef(
        id_, document.title.in_("en") if document else found.document, found.locator, found.strength,
        found.statement.in_("en"),
    )  # fmt: skip
