"""The application: routes, and what becomes of errors."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from http import HTTPStatus

from fastapi import Depends, FastAPI, Request, Response, Security
from fastapi.exceptions import RequestValidationError
from fastapi.security import HTTPBearer
from fastapi.telemetry import TelemetryConfig
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

from checker import __version__
from checker.errors import GuidecheckError
from checker.knowledge import Knowledge
from checker.serving import asked, checks, description
from checker.serving.guard import Guard
from checker.serving.jobs import Jobs
from checker.serving.memory import give_back
from checker.serving.parameters import known_parameters
from checker.serving.problems import ProblemError, documented, problem_of

_UNTOLD: TelemetryConfig = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}
"""Whatever the environment says, nobody is told of requests."""
_TIDY = 30
"""Seconds between two looks at what is to be forgotten."""


def made(knowledge: Knowledge, jobs: Jobs, token: str) -> ASGIApp:
    """The whole; an empty token asks for none. No page of it comes from elsewhere, and it calls nobody."""

    @asynccontextmanager
    async def living(_: FastAPI) -> AsyncIterator[None]:
        tidying = asyncio.create_task(_tidy(jobs))
        yield
        tidying.cancel()
        await asyncio.to_thread(jobs.close)

    app = FastAPI(
        title="guidecheck", version=__version__, docs_url=None, redoc_url=None, lifespan=living, telemetry=_UNTOLD
    )
    guarded = [Depends(known_parameters), *([Security(HTTPBearer(auto_error=False))] if token else [])]
    app.include_router(checks.routes(jobs, knowledge), dependencies=guarded)
    app.include_router(asked.routes(knowledge), dependencies=guarded)

    @app.get("/health", tags=["health"], dependencies=[Depends(known_parameters)], responses=documented(400, 403))
    def health() -> asked.Health:
        """Needs no token."""
        return asked.Health()

    @app.get(description.PATH, include_in_schema=False, dependencies=[Depends(known_parameters)])
    def page() -> Response:
        return description.described(app, token=bool(token))

    app.add_exception_handler(ProblemError, _problem)
    app.add_exception_handler(GuidecheckError, _said)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _failed)
    return Guard(app, token)


async def _tidy(jobs: Jobs) -> None:
    with suppress(asyncio.CancelledError):
        while True:
            await asyncio.sleep(max(1, min(_TIDY, jobs.limits.kept_seconds)))
            await asyncio.to_thread(jobs.tidy)
            await asyncio.to_thread(give_back)


def _problem(_: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)  # noqa: S101 - registered for it
    return error.response()


def _said(_: Request, error: Exception) -> Response:
    assert isinstance(error, GuidecheckError)  # noqa: S101
    return problem_of(error).response()


def _invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    return ProblemError(422, first["msg"], where=where, remedy="see /openapi.json").response()


def _http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101
    what = HTTPStatus(error.status_code).phrase.lower()
    return ProblemError(error.status_code, what, remedy="see /openapi.json", headers=error.headers).response()


def _failed(_: Request, error: Exception) -> Response:
    return ProblemError(500, f"the tool failed ({type(error).__name__})", remedy="see the server's log").response()
