"""What is told of a job."""

from __future__ import annotations

from pydantic import BaseModel

from checker.serving.job import Job, State


class Trouble(BaseModel):
    """What is wrong, where, what to do."""

    what: str
    where: str
    remedy: str


class Progress(BaseModel):
    """For how many requirements the file has been searched, and of how many; none while it is being read."""

    searched: int
    requirements: int
    pointing: bool


class Check(BaseModel):
    """``report`` is the address of the report, once there is one."""

    id: str
    state: State
    file: str
    progress: Progress | None
    errors: list[Trouble]
    report: str | None


def told(job: Job) -> Check:
    state, check = job.state, job.check
    step = check.step if check and state == "running" else None
    return Check(
        id=job.id,
        state=state,
        file=job.file.name,
        progress=Progress(searched=step.searched, requirements=step.requirements, pointing=step.pointing)
        if step
        else None,
        errors=[Trouble(what=e.what, where=e.where, remedy=e.remedy) for e in job.errors],
        report=f"{address(job)}/report" if state == "done" else None,
    )


def address(job: Job) -> str:
    return f"/checks/{job.id}"
