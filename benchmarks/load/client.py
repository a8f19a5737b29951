"""A program that uploads: it comes back when it is told to wait, follows its job, and takes its report."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

import httpx

from benchmarks.load.mixture import File

BUSY = (429, 503)
PATIENCE = 120.0
"""Seconds for one answer; nothing here takes so long unless it hangs."""


@dataclass
class Told:
    """What all clients of a wave were answered: the last answer to each, times of first answers and of reports, how
    often each status came, and what was not as it should be."""

    answers: dict[str, httpx.Response] = field(default_factory=dict)
    first: list[float] = field(default_factory=list)
    reported: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    odd: list[str] = field(default_factory=list)


async def wave(address: str, files: list[File], told: Told) -> None:
    """All at once: each has its own connection, as programs on different machines would."""
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
    async with httpx.AsyncClient(base_url=address, timeout=PATIENCE, limits=limits) as http:
        await asyncio.gather(*(_uploaded(http, file, n % 2 == 0, told) for n, file in enumerate(files)))


async def _uploaded(http: httpx.AsyncClient, file: File, holds: bool, told: Told) -> None:
    """``holds``: it lets the server hold the answer back; else it follows the job."""
    began = monotonic()
    try:
        posted = await _accepted(http, file, holds, told)
        if posted.status_code == 202:
            posted = await _followed(http, posted.headers["location"], told)
    except httpx.TransportError as error:
        told.odd.append(f"{file.name}: {type(error).__name__} {error}")
        return
    told.answers[file.name] = posted
    told.reported.append(monotonic() - began)


async def _accepted(http: httpx.AsyncClient, file: File, holds: bool, told: Told) -> httpx.Response:
    """Comes back after as many seconds as it was told, and a little at random, so that not all come at once again."""
    while True:
        began = monotonic()
        sent: dict[str, Any] = {"files": {"file": (file.name, file.data)}, "params": {"wait": 30 if holds else 0}}
        posted = await http.post("/checks", **sent)
        told.statuses[posted.status_code] += 1
        if posted.status_code not in BUSY:
            return posted
        told.first.append(monotonic() - began)
        after = posted.headers.get("retry-after", "")
        if not after.isdigit() or posted.headers["content-type"] != "application/problem+json":
            told.odd.append(f"{file.name}: {posted.status_code} without a time or a problem: {posted.text[:80]}")
        await asyncio.sleep(int(after or 5) * random.uniform(1, 1.5))  # noqa: S311


async def _followed(http: httpx.AsyncClient, place: str, told: Told) -> httpx.Response:
    while True:
        answer = await http.get(place, params={"wait": 30})
        told.statuses[answer.status_code] += 1
        if answer.status_code != 200:
            return answer
        if answer.json()["state"] in ("done", "failed"):
            return await http.get(f"{place}/report", params={"format": "json"})
