"""Which requirements are spoken of, and at which passage of the draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.report import Evidence, RequirementOutcome
from checker.reports.counts import by_duty, by_urgency
from checker.reports.findings import Finding, findings
from checker.sent_back.material import Material

OURS = "guidecheck"
"""Who speaks where no person has decided."""
_SINGLE = 3
"""So many requirements at one passage get a remark each; more of them share one."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What one author says at one passage; ``place`` is None for what concerns the draft as a whole.

    ``when`` is an ISO 8601 time.
    """

    rows: tuple[RequirementOutcome, ...]
    place: Evidence | None
    author: str
    when: str

    @property
    def brief(self) -> bool:
        """True where there is so much to say at one place that each requirement gets two lines."""
        return len(self.rows) > 1


def remarks(material: Material, *, every: bool = False) -> tuple[Remark, ...]:
    """Remarks in the order of the draft: on what is partly met or not met, and on what a person decided or commented.

    With ``every``, requirements at the same passage always share one remark.
    """
    found: dict[tuple[object, ...], list[RequirementOutcome]] = {}
    places: dict[tuple[object, ...], Evidence | None] = {}
    for row in material.draft.requirements:
        if _is_spoken_of(row):
            place = _place(row)
            key = (_key(place), author(row, material))
            found.setdefault(key, []).append(row)
            places[key] = place
    made = [r for key, rows in found.items() for r in _made(rows, places[key], material, every=every)]
    return tuple(sorted(made, key=_order))


def missing(material: Material) -> tuple[Finding, ...]:
    """What is not stated anywhere, the most binding first; requirements that ask for the same are one finding."""
    rows = (row for row in material.draft.requirements if row.verdict == "not-stated")
    return tuple(sorted(findings(rows), key=lambda finding: by_duty(finding.lead)))


def author(row: RequirementOutcome, material: Material) -> str:
    """Who speaks: the person who decided or commented, or guidecheck."""
    if row.decided_by:
        return row.decided_by.who.strip() or OURS
    last = material.standing.get(row.id)
    return (last.who.strip() if last and row.comment else "") or OURS


def is_plain(row: RequirementOutcome) -> bool:
    """True where a person confirmed that it is met and said nothing else."""
    by = row.decided_by
    return row.verdict == "met" and by is not None and by.proposed == "met" and not (by.why or row.comment)


def when(row: RequirementOutcome, material: Material) -> str:
    if row.decided_by:
        return row.decided_by.time
    last = material.standing.get(row.id)
    return last.when if last and row.comment else material.report.generated


def _is_spoken_of(row: RequirementOutcome) -> bool:
    if row.verdict == "not-stated":
        return False
    return row.verdict in ("partly-met", "not-met") or row.decided_by is not None or bool(row.comment)


def _place(row: RequirementOutcome) -> Evidence | None:
    return row.evidence[0] if row.evidence and row.verdict != "not-applicable" else None


def _key(place: Evidence | None) -> object:
    return None if place is None else (place.start, place.end, place.quote)


def _made(
    rows: Iterable[RequirementOutcome], place: Evidence | None, material: Material, *, every: bool
) -> Iterator[Remark]:
    ordered = sorted(rows, key=by_urgency)
    plain = [row for row in ordered if is_plain(row)]
    spoken = [row for row in ordered if not is_plain(row)]
    groups = [spoken] if every or len(spoken) > _SINGLE else [[row] for row in spoken]
    if every:
        groups = [spoken + plain]
    elif plain:
        groups.append(plain)
    for group in groups:
        if group:
            latest = max(when(row, material) for row in group)
            yield Remark(tuple(group), place, author(group[0], material), latest)


def _order(remark: Remark) -> tuple[object, ...]:
    place = remark.place
    at = (place.page or 0, place.start or 0) if place else (0, -1)
    return *at, by_urgency(remark.rows[0])
