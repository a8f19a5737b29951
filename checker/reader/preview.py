"""What would be sent, in full, for a person to read."""

from __future__ import annotations

import json
from collections.abc import Sequence

from checker.reader.options import ReaderOptions
from checker.reader.question import Question
from checker.reader.replies import body_of


def preview_text(questions: Sequence[Question], options: ReaderOptions) -> str:
    """Each request: address, the body without its messages, and each message as it stands."""
    if not questions:
        return "Nothing would be sent.\n"
    url = f"{(options.url or '').rstrip('/')}/chat/completions"
    tokens = sum(q.tokens for q in questions)
    parts = [f"{len(questions)} questions, about {tokens:,} tokens, would be sent to {options.host}.\n"]
    for number, question in enumerate(questions, start=1):
        body = body_of(question, options.model or "")
        del body["messages"]
        parts.append(f"\n######## {number} of {len(questions)}: {question.requirement.id}  POST {url}\n")
        parts.append(f"{json.dumps(body, ensure_ascii=False)}\n")
        parts.extend(f"\n[{role}]\n{text}\n" for role, text in question.messages)
    return "".join(parts)
