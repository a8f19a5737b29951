"""Answers kept by what was asked, so that nothing is asked twice. The folder can be deleted at any time."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from checker.reader.question import Question
from checker.reader.replies import Reply

_MOST = 20_000
_KEPT = ("content", "model", "time", "tokens_in", "tokens_out")


class Cache:
    """A folder with a file an answer. What cannot be read or written is as if it were not there."""

    def __init__(self, folder: Path, url: str, model: str, most: int = _MOST) -> None:
        self._folder = folder
        self._of = (url, model)
        self._most = most

    def get(self, question: Question) -> Reply | None:
        key = self._key(question)
        try:
            held = json.loads(self._file(key).read_text(encoding="utf-8"))
            if held["key"] != key or not isinstance(held["content"], str) or not held["content"]:
                return None
            reply = Reply(**{name: held[name] for name in _KEPT}, cached=True)
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        texts, numbers = (reply.model, reply.time), (reply.tokens_in, reply.tokens_out)
        sound = all(isinstance(t, str) for t in texts) and all(isinstance(n, int) for n in numbers)
        return replace(reply, tokens_in=0, tokens_out=0) if sound else None

    def put(self, question: Question, reply: Reply) -> None:
        key = self._key(question)
        file = self._file(key)
        beside = file.with_suffix(f".{os.getpid()}.part")
        text = json.dumps({"key": key, **{name: getattr(reply, name) for name in _KEPT}}, ensure_ascii=True)
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            beside.write_text(text, encoding="utf-8")
            beside.chmod(0o600)
            beside.replace(file)

    def prune(self) -> None:
        """Takes the oldest away where there are more than it may hold."""
        with suppress(OSError):
            files = [(f.stat().st_mtime, f) for f in self._folder.glob("*/*") if f.is_file()]
            for _, file in sorted(files)[: max(0, len(files) - self._most)]:
                file.unlink(missing_ok=True)

    def _key(self, question: Question) -> str:
        return sha256(json.dumps([*self._of, question.messages]).encode()).hexdigest()

    def _file(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.json"
