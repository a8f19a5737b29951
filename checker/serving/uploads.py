"""An upload, read with its size counted as it comes."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from checker.filenames import safe_name
from checker.selection import one_of
from checker.serving.guard import discard
from checker.serving.limits import Limits
from checker.serving.problems import ProblemError

FIELDS = ("kind", "language", "profile", "format")
_LARGEST_FIELD = 1024
_FRAME = 16 * 1024
"""Bytes of a request beside the file."""


@dataclass(frozen=True, slots=True)
class Upload:
    """``said`` are the fields beside the file that are not empty."""

    file: Path
    said: Mapping[str, str]


async def received(request: Request, folder: Path, limits: Limits) -> Upload:
    """The file of a multipart request, in the folder. Raises ProblemError."""
    try:
        async with asyncio.timeout(limits.upload_seconds):
            form = await _form(request, limits)
    except TimeoutError:
        raise ProblemError(
            408, f"the upload took longer than {limits.upload_seconds:g} seconds", remedy="send less"
        ) from None
    try:
        return await _upload(form, folder, limits)
    finally:
        await form.close()


async def _form(request: Request, limits: Limits) -> FormData:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "multipart/form-data":
        await discard(request.scope, request.receive)
        raise ProblemError(
            415, "this is no multipart/form-data", where="Content-Type", remedy="curl -F file=@draft.docx"
        )
    said = request.headers.get("content-length", "")
    if said.isdecimal() and int(said) > limits.bytes + _FRAME:
        await discard(request.scope, request.receive)
        raise _too_large(limits)
    parser = MultiPartParser(
        request.headers,
        _counted(request, limits),
        max_files=1,
        max_fields=len(FIELDS),
        max_part_size=_LARGEST_FIELD,
    )
    try:
        return await parser.parse()
    except MultiPartException as error:
        await discard(request.scope, request.receive)
        raise ProblemError(
            400, f"the upload cannot be taken apart ({error.message})", remedy="send one file and no field twice"
        ) from error


async def _counted(request: Request, limits: Limits) -> AsyncGenerator[bytes, None]:
    came = 0
    async for chunk in request.stream():
        came += len(chunk)
        if came > limits.bytes + _FRAME:
            await discard(request.scope, request.receive)
            raise _too_large(limits)
        yield chunk


def _too_large(limits: Limits) -> ProblemError:
    return ProblemError(
        413, f"the upload is larger than {limits.megabytes:g} MB", where="file", remedy="split the file"
    )


async def _upload(form: FormData, folder: Path, limits: Limits) -> Upload:
    said: dict[str, str] = {}
    for name, value in form.multi_items():
        if name == "file":
            continue
        one_of("field", name, ("file", *FIELDS))
        if name in said or not isinstance(value, str):
            raise ProblemError(
                400, "the field is there twice or holds a file", where=name, remedy="send it once, as text"
            )
        said[name] = value
    sent = form.getlist("file")
    if len(sent) != 1 or not isinstance(sent[0], UploadFile) or not sent[0].filename:
        raise ProblemError(400, "there is no file", where="file", remedy="curl -F file=@draft.docx")
    if (sent[0].size or 0) > limits.bytes:
        raise _too_large(limits)
    file = folder / safe_name(sent[0].filename)
    await run_in_threadpool(_write, file, sent[0].file)
    return Upload(file, {name: value for name, value in said.items() if value})


def _write(file: Path, source: Any) -> None:
    with file.open("xb") as target:
        shutil.copyfileobj(source, target)
