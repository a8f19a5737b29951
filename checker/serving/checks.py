"""Routes of checks: post, follow, fetch, end."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import JSONResponse
from starlette.concurrency import run_in_threadpool

from checker.check import Options
from checker.knowledge import Knowledge
from checker.profiles.shelf import all_profiles
from checker.reports import FORMATS
from checker.selection import one_of
from checker.serving.guard import discard
from checker.serving.job import Job
from checker.serving.jobs import Jobs
from checker.serving.limits import LONGEST_WAIT
from checker.serving.negotiated import format_by
from checker.serving.problems import ProblemError, documented
from checker.serving.reports import DOCUMENTED, reported
from checker.serving.states import Check, address, told
from checker.serving.uploads import Upload, received
from checker.serving.waiting import ended

Id = Annotated[str, Path(pattern=r"^[A-Za-z0-9_-]{24}$")]
Wait = Annotated[float, Query(ge=0, le=LONGEST_WAIT, description="Seconds to hold the answer back for the check")]
Format = Annotated[str | None, Query(json_schema_extra={"enum": list(FORMATS)})]


def routes(jobs: Jobs, knowledge: Knowledge) -> APIRouter:
    router = APIRouter(prefix="/checks", tags=["checks"])

    @router.post(
        "",
        status_code=202,
        response_model=Check,
        responses={200: DOCUMENTED, **documented(400, 401, 403, 408, 413, 415, 422, 429, 500, 503)},
        openapi_extra=_asked(knowledge),
    )
    async def post(request: Request, wait: Wait = 0) -> Response:
        """Checks a draft, form or RDF file. The report itself where the check ends within ``wait``; who goes away
        meanwhile ends the check."""
        try:
            with jobs.room() as folder:
                upload = await received(request, folder, jobs.limits)
                job = await run_in_threadpool(_added, jobs, upload, knowledge)
        except ProblemError as problem:
            if problem.status in (429, 503):
                await discard(request.scope, request.receive)
            raise
        if wait and await ended(job, wait, request):
            found = await run_in_threadpool(reported, job, job.format or format_by(request.headers), knowledge)
            found.headers["Location"] = address(job)
            return found
        if await request.is_disconnected():
            jobs.drop(job.id)  # nobody else knows its address
        return JSONResponse(told(job).model_dump(), 202, {"Location": address(job)})

    @router.get("/{id}", responses=documented(400, 401, 403, 404, 422))
    async def follow(id: Id, wait: Wait = 0) -> Check:
        """Where a check is."""
        job = jobs.get(id)
        await ended(job, wait)
        job.told |= job.state == "failed"
        return told(job)

    @router.get(
        "/{id}/report",
        response_class=Response,
        responses={200: DOCUMENTED, **documented(400, 401, 403, 404, 409, 410, 422, 500)},
    )
    def report(id: Id, request: Request, format: Format = None) -> Response:
        """The report, in the format asked for, else in the one that was asked for with the draft, else as ``Accept``
        has it."""
        job = jobs.get(id)
        asked = one_of("format", format, FORMATS) if format else job.format
        return reported(job, asked or format_by(request.headers), knowledge)

    @router.delete("/{id}", status_code=204, responses=documented(400, 401, 403, 404, 422))
    def end(id: Id) -> None:
        """Ends a check and forgets it, with its file and its report."""
        jobs.drop(id)

    return router


def _added(jobs: Jobs, upload: Upload, knowledge: Knowledge) -> Job:
    """Names alone are taken: a profile is never a path. Raises CallError on one that is not known."""
    said = upload.said
    profile = one_of("profile", said.get("profile", "everything"), all_profiles(knowledge))
    kind = one_of("kind", said["kind"], knowledge.kinds) if "kind" in said else None
    language = one_of("language", said["language"], knowledge.languages) if "language" in said else None
    format = one_of("format", said["format"], FORMATS) if "format" in said else None
    return jobs.add(upload.file, Options(profile, kind, language), format)


def _asked(knowledge: Knowledge) -> dict[str, Any]:
    # Forms send what nobody chose as empty, which is as if it were not there.
    properties = {
        "file": {"type": "string", "format": "binary"},
        "kind": {"type": "string", "enum": [*knowledge.kinds, ""]},
        "language": {"type": "string", "enum": [*knowledge.languages, ""]},
        "profile": {"type": "string", "default": "everything"},
        "format": {"type": "string", "enum": [*FORMATS, ""], "description": "Without it, as Accept has it"},
    }
    schema = {"type": "object", "required": ["file"], "properties": properties, "additionalProperties": False}
    return {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": schema}}}}
