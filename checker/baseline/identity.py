"""By what an issue is known again."""

from __future__ import annotations

from hashlib import sha256

from checker.report import InputReport, RequirementOutcome


def identity(draft: InputReport, row: RequirementOutcome) -> str:
    """SHA-256 of the requirement, the draft, what is missing and the passages; not of lines, paths or scores."""
    failing = sorted(claim.id for claim in row.claims if not claim.holds and not claim.optional)
    missing = sorted(row.missing) if not failing else []
    passages = sorted({" ".join(e.quote.split()) for e in row.evidence}) if row.verdict != "not-stated" else []
    known = (row.id, _draft(draft), row.verdict, "\x1e".join(failing), "\x1e".join(missing), "\x1e".join(passages))
    return sha256("\x1f".join(known).encode("utf-8", "surrogatepass")).hexdigest()


def _draft(draft: InputReport) -> str:
    """The IRI of a draft in RDF. A document has none, and its name may change: its kind and language stay."""
    return draft.lasting_node or f"{draft.kind} {draft.language}"
