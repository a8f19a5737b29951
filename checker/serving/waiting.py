"""Answers that are held back until a check ends."""

from __future__ import annotations

import asyncio
from functools import partial

from fastapi import Request

from checker.serving.job import Job


async def ended(job: Job, seconds: float, request: Request | None = None) -> bool:
    """False where the job has not ended by then, or whoever sent ``request`` is gone."""
    if job.ended_at is None and seconds:
        over = asyncio.Event()
        call = partial(asyncio.get_running_loop().call_soon_threadsafe, over.set)
        job.when_ended(call)
        waiting: list[asyncio.Task[object]] = [asyncio.create_task(over.wait())]
        if request is not None:
            waiting.append(asyncio.create_task(_gone(request)))
        try:
            await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        finally:
            job.forget(call)
            for task in waiting:
                task.cancel()
    return job.ended_at is not None


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
