"""Invented reports: a small one in three languages, a hostile one, a large one. Their texts are in ``sample.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pyoxigraph

from checker.report import (
    ClaimOutcome,
    DecidedBy,
    Evidence,
    Failed,
    InputReport,
    Place,
    ProvisionRef,
    ReadBy,
    Report,
    RequirementOutcome,
)

HERE = Path(__file__).parent
ONTOLOGY = HERE.parent.parent / "ontology"
LANGUAGES = ("en", "es", "fr")
HOSTILE = (
    "</script><script>window.hit=1</script><img src=x onerror=window.hit=1>\"'`{{7*7}}{% x %} "
    "javascript:alert(1) \u202egpj\x1b[31m\x00"
)
_PREFIX = "https://w3id.org/guidecheck/ontology#ui-"


def texts(language: str) -> Mapping[str, str]:
    """The interface texts in one language, straight from the Turtle files."""
    files = sorted(ONTOLOGY.glob("interface*.ttl"))
    quads = [quad for file in files for quad in pyoxigraph.parse(path=str(file), format=pyoxigraph.RdfFormat.TURTLE)]
    return {
        quad.subject.value.removeprefix(_PREFIX): quad.object.value
        for quad in quads
        if isinstance(quad.subject, pyoxigraph.NamedNode)
        and isinstance(quad.object, pyoxigraph.Literal)
        and quad.subject.value.startswith(_PREFIX)
        and quad.object.language == language
    }


def sample(language: str = "en", drafts: int = 1) -> Report:
    """A checked SOP; further drafts are the same under another file name, each with a requirement less."""
    inputs = tuple(_draft(language, number) for number in range(drafts))
    return Report("0.1.0", f"sha256:{'5e' * 32}", "iom-handbook-m4", "2026-03-09T14:05:00+00:00", language, inputs)


def decided(language: str = "en") -> Report:
    """The sample with its first requirement corrected by a person, and the second commented."""
    report = sample(language)
    draft = report.inputs[0]
    first, second, *others = draft.requirements
    by = DecidedBy("Ana Pérez", "2026-05-04T09:30:00+00:00", first.verdict, "Annex B says so")
    first = replace(first, verdict="not-met", decided_by=by, comment="See page 3")
    second = replace(second, comment="Ask the ministry")
    return replace(report, inputs=(replace(draft, requirements=(first, second, *others)),))


def hostile() -> Report:
    """The sample with attacks in every string that a draft, a file name or a shape could bring."""
    report = sample(drafts=2)
    return replace(report, profile=HOSTILE, inputs=tuple(_poisoned(draft) for draft in report.inputs))


def in_rdf() -> Report:
    """The sample as if it had been data: what falls short has places, and one file could not be read."""
    report = sample()
    draft = report.inputs[0]
    places = (
        Place("against", "https://example.org/consent", 7, 1, 9, 24, ("SOP-10-a",), (3, 17)),
        Place("near", "https://example.org/register", 12, 5, 12, 40),
    )
    rows = tuple(
        replace(row, places=places if row.verdict == "not-met" else (Place("draft", "https://example.org/d", 2, 1, 9),))
        if row.verdict in ("not-met", "not-stated", "partly-met")
        else row
        for row in draft.requirements
    )
    draft = replace(draft, path="data/sop.ttl", pages=None, requirements=rows, node="https://example.org/d")
    failed = Failed("data/bad.ttl", "not valid Turtle: expected '.'", "mend that line", 4, 9)
    return replace(report, inputs=(draft,), failed=(failed,))


def forging(text: str) -> Report:
    """The sample with that text as the name of its file, of its draft and of everything in its first issue."""
    report = sample()
    draft = report.inputs[0]
    row = next(row for row in draft.requirements if row.verdict == "not-met")
    passage = Evidence(text, 3, (text, text), 0, 9, 0.9)
    bad = replace(row, id=text, title=text, missing=(text,), remedy=text, claims=(), evidence=(passage,), theme=text)
    placed = replace(bad, places=(Place("near", text, 1, 1, 1, 4),), evidence=())
    draft = replace(draft, path=text, name=text, requirements=(bad, placed), warnings=(text,), node=text)
    return replace(report, inputs=(draft,), failed=(Failed(text, text, text, 3),))


def large(requirements: int = 250, passages: int = 8) -> Report:
    """As much as one draft can be expected to bring."""
    report = sample()
    draft = report.inputs[0]
    rows = draft.requirements
    quote = "The referral is closed when the provider has confirmed in writing that the service was given. " * 3
    extra = tuple(Evidence(quote, 12, ("4 Services", "4.2 Health"), 10, 290, 0.5) for _ in range(passages))
    many = tuple(
        replace(
            rows[n % len(rows)],
            id=f"X-{n:03}",
            theme_label=f"Theme {n % 20}",
            evidence=extra,
            provisions=rows[0].provisions * 2,
            claims=rows[0].claims,
        )
        for n in range(requirements)
    )
    return replace(report, inputs=(replace(draft, requirements=many),))


def _draft(language: str, number: int) -> InputReport:
    data = json.loads((HERE / "sample.json").read_text(encoding="utf-8"))
    rows = tuple(_requirement(row, data, language) for row in data["requirements"])
    path = f"drafts/sop-reintegration-{language}{f'-{number + 1}' if number else ''}.docx"
    return InputReport(
        path=path,
        sha256=sha256(path.encode()).hexdigest(),
        kind="sop",
        kind_label=data["kind"][language],
        language=language,
        pages=12 if not number else None,
        requirements=rows[number:],
        name=data["name"][language] if not number else "",
        notes=(data["note"][language],),
        unmatched_shapes=("https://w3id.org/guidecheck/requirement/SOP-18",) if number else (),
    )


def _requirement(row: dict[str, Any], data: dict[str, Any], language: str) -> RequirementOutcome:
    def said(key: str) -> str:
        return str(row[key][language])

    return RequirementOutcome(
        id=row["id"],
        theme=row["theme"],
        theme_label=data["themes"][row["theme"]][language],
        title=said("title"),
        statement=said("statement"),
        strength=row["strength"],
        verdict=row["verdict"],
        confidence=row["confidence"],
        needs_review=row["needs_review"],
        evidence=tuple(
            Evidence(
                quote=found["quote"][language],
                page=found["page"],
                heading=tuple(found["heading"][language]),
                start=1000 * found["page"],
                end=1000 * found["page"] + len(found["quote"][language]),
                score=found["score"],
                claims=tuple(found["claims"]),
            )
            for found in row["evidence"]
        ),
        missing=tuple(item[language] for item in row["missing"]),
        provisions=tuple(
            ProvisionRef(
                p["id"],
                data["documents"][p["document"]][language],
                p["locator"],
                p["strength"],
                p["statement"][language],
            )
            for p in row["provisions"]
        ),
        remedy=said("remedy"),
        near_miss=said("near_miss"),
        condition=said("condition"),
        claims=tuple(
            ClaimOutcome(
                c["id"], c["name"][language], c["sentence"][language], c["holds"], c["optional"], c["message"][language]
            )
            for c in row["claims"]
        ),
    )


def _poisoned(draft: InputReport) -> InputReport:
    row = draft.requirements[0]
    bad = replace(
        row,
        id=HOSTILE,
        theme=HOSTILE,
        theme_label=HOSTILE,
        title=HOSTILE,
        statement=HOSTILE,
        evidence=(Evidence(HOSTILE, 1, (HOSTILE, HOSTILE), 0, 9, 0.9, (HOSTILE,)),) * 3,
        missing=(HOSTILE,),
        provisions=(ProvisionRef(HOSTILE, HOSTILE, HOSTILE, "must", HOSTILE),),
        remedy=HOSTILE,
        near_miss=HOSTILE,
        condition=HOSTILE,
        claims=(ClaimOutcome(HOSTILE, HOSTILE, HOSTILE, False, message=HOSTILE),),
        read_by=ReadBy(HOSTILE, HOSTILE, HOSTILE),
        decided_by=DecidedBy(HOSTILE, HOSTILE, "partly-met", HOSTILE),
        comment=HOSTILE,
    )
    return replace(
        draft,
        path=f"drafts/{HOSTILE}.docx",
        kind_label=HOSTILE,
        language=HOSTILE,
        name=HOSTILE,
        notes=(HOSTILE,),
        unmatched_shapes=(HOSTILE,),
        requirements=(bad, bad, *draft.requirements[1:]),
    )
