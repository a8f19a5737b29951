"""The format of a report where the call names none: by its ``Accept`` header, as RFC 9110 has it."""

from __future__ import annotations

from starlette.datastructures import Headers
from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header

from checker.serving.reports import MEDIA, PLAIN

FORMATS_BY_MEDIA: dict[str, str] = {}
for _format, _media in (*MEDIA.items(), ("text", PLAIN)):
    FORMATS_BY_MEDIA.setdefault(_media, _format)


def format_by(headers: Headers) -> str:
    """The format; JSON where they name none of ours."""
    wanted = parse_accept_header(", ".join(headers.getlist("accept")), MIMEAccept)
    return FORMATS_BY_MEDIA[wanted.best_match(FORMATS_BY_MEDIA, "application/json")]
