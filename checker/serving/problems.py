"""Errors as RFC 9457 asks for: what is wrong, where, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi.responses import JSONResponse

from checker.errors import CallError, GuidecheckError, InputError
from checker.unseen import one_line

MEDIA = "application/problem+json"
_SAID = {"type": "string"}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["type", "title", "status", "detail", "where", "remedy"],
    "properties": {
        **dict.fromkeys(("type", "title", "detail", "where", "remedy"), _SAID),
        "status": {"type": "integer"},
    },
}


class ProblemError(Exception):
    """An answer that is an error."""

    def __init__(
        self, status: int, what: str, *, where: str = "", remedy: str = "", headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(what)
        self.status, self.headers = status, dict(headers or {})
        self.body = {
            "type": "about:blank",
            "title": HTTPStatus(status).phrase,
            "status": status,
            "detail": one_line(what),
            "where": one_line(where),
            "remedy": one_line(remedy),
        }

    def response(self) -> JSONResponse:
        return JSONResponse(self.body, self.status, self.headers, MEDIA)


def problem_of(error: GuidecheckError) -> ProblemError:
    """The call was wrong, or what was sent, or the tool failed."""
    status = 400 if isinstance(error, CallError) else 422 if isinstance(error, InputError) else 500
    return ProblemError(status, error.what, where=error.where, remedy=error.remedy)


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """These answers, for the description of a route."""
    return {
        status: {"description": HTTPStatus(status).phrase, "content": {MEDIA: {"schema": SCHEMA}}}
        for status in statuses
    }
