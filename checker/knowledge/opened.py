"""Values of a kept mapping, each decoded when it is asked for: a check of one draft needs a fifth of the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


class Opened(Mapping[str, T]):
    """Equal to the mapping that was kept. What cannot be decoded is taken from ``anew``, which makes it all again."""

    def __init__(self, kept: msgspec.Raw, kind: Any, anew: Callable[[], Mapping[str, T]]) -> None:
        self._kept, self._decoder, self._anew = kept, msgspec.msgpack.Decoder(kind), anew
        self._found: dict[str, T] = {}

    @cached_property
    def _raw(self) -> Mapping[str, Any]:
        try:
            return msgspec.msgpack.decode(self._kept, type=dict[str, msgspec.Raw])
        except msgspec.MsgspecError:
            self._found = dict(self._anew())
            return self._found

    def __getitem__(self, name: str) -> T:
        raw = self._raw[name]
        if name not in self._found:
            try:
                self._found[name] = self._decoder.decode(raw)
            except (msgspec.MsgspecError, RecursionError):
                self._found[name] = self._anew()[name]
        return self._found[name]

    def __contains__(self, name: object) -> bool:
        return name in self._raw

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)
