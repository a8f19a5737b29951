"""Many questions to one endpoint, a few at a time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence

from checker.errors import ReaderStoppedError
from checker.reader.cache import Cache
from checker.reader.client import Client
from checker.reader.options import ReaderOptions
from checker.reader.question import Question
from checker.reader.replies import Reply

_ENOUGH_FAILURES = 5
"""Failures one after the other, with no answer between, after which the endpoint is taken to be down."""
_DOWN = ("time-out", "unreachable", "status", "redirect")


def ask_all(
    questions: Sequence[Question], options: ReaderOptions, cache: Cache, progress: Callable[[int], None]
) -> dict[str, Reply]:
    """Replies by question id; each is in the cache as soon as it is there. ``progress`` is told how many are there.

    Raises ReaderStoppedError, and KeyboardInterrupt where a person stops it.
    """
    return asyncio.run(_ask_all(questions, options, cache, progress))


async def _ask_all(
    questions: Sequence[Question], options: ReaderOptions, cache: Cache, progress: Callable[[int], None]
) -> dict[str, Reply]:
    replies: dict[str, Reply] = {}
    free = asyncio.Semaphore(options.concurrency)
    failures: list[Reply] = []
    refused: list[ReaderStoppedError] = []

    async def one(question: Question, client: Client) -> None:
        async with free:
            if len(failures) >= _ENOUGH_FAILURES:
                replies[question.id] = failures[-1]
                return
            reply = await client.ask(question)
        if reply.why is None:
            cache.put(question, reply)
        if reply.why in _DOWN:
            failures.append(reply)
        else:
            failures.clear()
        replies[question.id] = reply
        progress(len(replies))

    async with Client(options) as client:
        try:
            async with asyncio.TaskGroup() as group:
                for question in questions:
                    group.create_task(one(question, client))
        except* ReaderStoppedError as many:
            refused.extend(e for e in many.exceptions if isinstance(e, ReaderStoppedError))
    if refused:
        raise refused[0]
    return replies
