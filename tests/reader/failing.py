"""Endpoints and models that do something else than they should, by name."""

from __future__ import annotations

import json
import time

from tests.reader.serving import Asked, Model, Plain, Said, answer, completion, nothing

QUOTE = "The case officer asks each returning person for consent"


def _made(body: object) -> Model:
    return lambda asked: Plain(body=json.dumps(body).encode())


def _content(text: str) -> Model:
    return lambda asked: Plain(body=completion(text))


def _choice(**choice: object) -> Model:
    return _made({"choices": [choice]})


def _slow(asked: Asked) -> Said:
    time.sleep(1.0)
    return nothing(asked)


def _no_quote(asked: Asked) -> Said:
    return answer(asked, [])


def _strange_claim(asked: Asked) -> Said:
    said = answer(asked, [QUOTE])
    said["claims"][0]["id"] = "SOP-99-all"
    return said


def _twice(asked: Asked) -> Said:
    said = answer(asked, [QUOTE])
    return said | {"claims": [*said["claims"], said["claims"][0]]}


def _half(asked: Asked) -> Said:
    said = answer(asked, [QUOTE])
    return said | {"claims": said["claims"][:1]}


def _strange_verdict(asked: Asked) -> Said:
    return answer(asked, [QUOTE], verdict="excellent")


def _made_up(asked: Asked) -> Said:
    return answer(asked, [f"{QUOTE} in the presence of a lawyer"])


MODELS: dict[str, Model] = {
    "rate-limit": lambda asked: Plain(429, b'{"error": {"message": "slow down"}}'),
    "broken": lambda asked: Plain(503, b"<html>down</html>"),
    "not-found": lambda asked: Plain(404, b'{"error": {"message": "model not found"}}'),
    "redirect": lambda asked: Plain(307, b"", (("location", "http://127.0.0.1:9/v1/chat/completions"),)),
    "no-json": lambda asked: Plain(body=b"hello"),
    "no-completion": _made({"choices": []}),
    "prose": _content("All requirements look fine to me."),
    "array": _content("[]"),
    "deep": _content("[" * 100_000),
    "refusal": _choice(message={"content": None, "refusal": "I cannot help with that."}, finish_reason="stop"),
    "cut": _choice(message={"content": '{"claims": ['}, finish_reason="length"),
    "huge": lambda asked: Plain(body=b" " * 3_000_000),
    "slow": _slow,
    "no-quote": _no_quote,
    "strange-claim": _strange_claim,
    "twice": _twice,
    "half": _half,
    "strange-verdict": _strange_verdict,
    "made-up": _made_up,
}
