"""What a call asks of a reader."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from checker.errors import CallError

KEY = "GUIDECHECK_READER_KEY"
"""Environment variable: the key that the endpoint asks for, sent nowhere else."""
_MOST_AT_ONCE = 32
_NEEDS = ("httpx", "jsonschema", "platformdirs")


@dataclass(frozen=True, slots=True)
class ReaderOptions:
    """``url`` is an OpenAI-compatible endpoint, up to where ``/chat/completions`` follows; without it nothing is sent.

    ``limit`` counts questions over the whole run; ``time_out`` is seconds for one answer.
    """

    url: str | None = None
    model: str | None = None
    limit: int | None = None
    concurrency: int = 4
    batch: Path | None = None
    """Where questions without an answer are written, for a machine that may send them."""
    answers: tuple[Path, ...] = ()
    preview: Path | None = None
    """Where what would be sent is written instead of being sent; ``-`` is standard output."""
    time_out: float = 120.0
    doubt: bool = False
    """Whether each requirement read as met is asked about once more, against it."""
    pause: float = 1.0
    """Seconds before a question is repeated; four times as long before the second time."""
    key: str | None = field(default_factory=lambda: os.environ.get(KEY) or None, repr=False)

    @property
    def host(self) -> str:
        return urlsplit(self.url or "").netloc


def checked(options: ReaderOptions) -> ReaderOptions:
    """The options, where they make sense together and what they need is installed. Raises CallError."""
    if not all(find_spec(name) for name in _NEEDS):
        raise CallError("a reader needs more packages", remedy="pip install 'guidecheck[reader]'")
    if options.url is None and not options.batch and not options.answers:
        raise CallError("there is nobody to read", remedy="give --reader, --reader-batch or --reader-answers")
    if options.url is not None:
        _checked_url(options.url)
    if (options.url or options.batch) and not options.model:
        raise CallError("the reader's model is not named", remedy="give --reader-model")
    if options.model and not options.model.isprintable():
        raise CallError("the model's name holds characters that cannot be seen", remedy="give --reader-model again")
    if options.preview is not None and not options.url:
        raise CallError("there is nothing to preview without an address", remedy="give --reader")
    if options.limit is not None and options.limit < 1:
        raise CallError("--reader-limit counts questions from 1", remedy="leave it out to ask all")
    if not 1 <= options.concurrency <= _MOST_AT_ONCE:
        raise CallError("--reader-concurrency is out of range", remedy=f"give 1 to {_MOST_AT_ONCE}")
    if options.key and not (options.key.isascii() and options.key.isprintable() and " " not in options.key):
        raise CallError(f"{KEY} holds characters that no key has", remedy="set it again")
    return options


def _checked_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        sound = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound:
        raise CallError(f"'{url}' is no http address", remedy="give one such as http://localhost:11434/v1")
    if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
        raise CallError("the reader's address holds more than host and path", remedy=f"put the key into {KEY}")
