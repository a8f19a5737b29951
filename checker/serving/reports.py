"""The report of a job as an answer."""

from __future__ import annotations

from typing import Any

from fastapi import Response

from checker.knowledge import Knowledge
from checker.reports import FORMATS, render
from checker.serving.job import Job
from checker.serving.problems import ProblemError, problem_of

PLAIN = "text/plain"
MEDIA = {
    "json": "application/json",
    "html": "text/html",
    "sarif": "application/sarif+json",
    "shacl": "text/turtle",
    "markdown": "text/markdown",
    "csv": "text/csv",
    "junit": "application/xml",
    "earl": "text/turtle",
    "gitlab": "application/json",
}
"""The first of a media type is the one that it stands for, and the first of all for whoever takes anything."""
_PAGE = (
    "sandbox allow-scripts allow-popups; default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
    "img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
"""The page itself allows one style sheet and one script, by hash."""

DOCUMENTED: dict[str, Any] = {
    "description": "The report",
    "content": {media: {} for media in sorted({MEDIA.get(format, PLAIN) for format in FORMATS})},
}


def reported(job: Job, format: str, knowledge: Knowledge) -> Response:
    """Raises ProblemError where there is none."""
    if job.ended_at is None:
        raise ProblemError(409, "the check has not ended", where=job.id, remedy="ask again, with ?wait=10")
    report, job.told = job.report, True
    if report is None:
        raise (
            problem_of(job.errors[0])
            if job.errors
            else ProblemError(410, "the check was ended", remedy="post it again")
        )
    text = render(report, format, knowledge.interface_texts(report.language))
    headers = {"Vary": "Accept"} | ({"Content-Security-Policy": _PAGE} if format == "html" else {})
    media = MEDIA.get(format, PLAIN)
    response = Response(text.encode("utf-8", "replace"), headers=headers)
    response.headers["Content-Type"] = media if media.endswith("json") else f"{media}; charset=utf-8"
    return response
