"""The options of the command line that speak of a reader, gathered into one value."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from checker.reader import ReaderOptions

T = TypeVar("T")
_FILE = click.Path(path_type=Path, dir_okay=False)
_OPTIONS = (
    click.option(
        "--reader",
        "reader_url",
        metavar="URL",
        help="Let a language model read the passages found: an OpenAI-compatible address. Passages leave the machine.",
    ),
    click.option("--reader-model", metavar="NAME", help="The model to ask."),
    click.option("--reader-doubt", is_flag=True, help="Ask once more, against it, about each requirement read as met."),
    click.option("--reader-limit", type=int, metavar="N", help="Ask at most so many questions."),
    click.option("--reader-concurrency", type=int, default=4, show_default=True, help="Questions under way at once."),
    click.option(
        "--reader-preview",
        type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
        help="Write what would be sent to this file (- for the screen); send nothing, write no report.",
    ),
    click.option("--reader-batch", type=_FILE, help="Write the questions to this file (JSONL) and send nothing."),
    click.option(
        "--reader-answers", type=_FILE, multiple=True, help="Read answers from this file; may be given several times."
    ),
)


def reader_options(command: Callable[..., T]) -> Callable[..., T]:
    """Gives a command ``reader``: None unless one of the options asks for it."""

    @functools.wraps(command)
    def with_reader(
        *,
        reader_url: str | None,
        reader_model: str | None,
        reader_doubt: bool,
        reader_limit: int | None,
        reader_concurrency: int,
        reader_preview: Path | None,
        reader_batch: Path | None,
        reader_answers: tuple[Path, ...],
        **others: Any,
    ) -> T:
        asked = (
            reader_url
            or reader_model
            or reader_limit
            or reader_preview
            or reader_batch
            or reader_answers
            or reader_doubt
        )
        options = ReaderOptions(
            url=reader_url,
            model=reader_model,
            doubt=reader_doubt,
            limit=reader_limit,
            concurrency=reader_concurrency,
            preview=reader_preview,
            batch=reader_batch,
            answers=reader_answers,
        )
        return command(reader=options if asked or reader_url is not None else None, **others)

    for option in reversed(_OPTIONS):
        with_reader = option(with_reader)
    return with_reader
