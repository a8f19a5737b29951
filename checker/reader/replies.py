"""What came back for a question, in the form of the common chat APIs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from checker.reader.answer import SCHEMA, Why
from checker.reader.question import Question
from checker.reports.display import shorten

LEAVE_OUT = ("response_format", "temperature")
"""Parts of a request that some endpoints do not know; they are left out where an endpoint says so."""


LONGEST_NAME = 80
"""Characters of a model's name that are kept."""


@dataclass(frozen=True, slots=True)
class Reply:
    """The text of an answer, or why there is none. Tokens are as the server counted them."""

    content: str = ""
    why: Why | None = None
    model: str = ""
    time: str = ""
    cached: bool = False
    tokens_in: int = 0
    tokens_out: int = 0
    detail: str = ""


def body_of(question: Question, model: str) -> dict[str, Any]:
    """The body of a request, key by key as it is sent."""
    return {
        "model": model,
        "messages": [{"role": role, "content": text} for role, text in question.messages],
        "temperature": 0,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "reading", "strict": True, "schema": SCHEMA},
        },
    }


def reply_of(body: Any) -> Reply:
    """A chat completion to a reply; whatever else it is given is malformed."""
    try:
        choice = body["choices"][0]
        message = choice["message"]
        content, finish = message.get("content"), choice.get("finish_reason")
        if message.get("refusal") or finish == "content_filter":
            return Reply(why="refused")
    except (KeyError, IndexError, TypeError, AttributeError):
        return Reply(why="malformed")
    if finish == "length":
        return Reply(why="cut")
    if not isinstance(content, str) or not content.strip():
        return Reply(why="malformed")
    usage = body.get("usage")
    return Reply(
        content=content,
        model=shorten(body["model"], LONGEST_NAME) if isinstance(body.get("model"), str) else "",
        time=now(),
        tokens_in=_count(usage, "prompt_tokens"),
        tokens_out=_count(usage, "completion_tokens"),
    )


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _count(usage: Any, key: str) -> int:
    found = usage.get(key) if isinstance(usage, dict) else 0
    return found if isinstance(found, int) and found > 0 else 0
