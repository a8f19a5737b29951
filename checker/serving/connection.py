"""A connection that somebody opens, and what is not waited for on it."""

from __future__ import annotations

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

MOST = 1000
"""Connections at once; one more is closed."""
HEAD_SECONDS = 30.0
"""For the head of a request, from its first sign or from when the connection is opened."""
IDLE_SECONDS = 75
"""Between two requests: longer than programs keep a connection, or one would send on it just as it is closed."""
READ_SECONDS = 60.0
"""For whoever asked to take in what is sent, each time that it piles up."""


class Connection(H11Protocol):
    """One that says nothing, or takes nothing, is closed: it would hold a place that others need."""

    _patience: asyncio.TimerHandle | None = None
    _sending: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if len(self.connections) > MOST:
            transport.abort()
        self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._head_is_there()
        self.resume_writing()

    def data_received(self, data: bytes) -> None:
        if self._idle:
            self._await_head()
        super().data_received(data)
        if not self._idle:
            self._head_is_there()

    def pause_writing(self) -> None:
        super().pause_writing()
        if self._sending is None:
            self._sending = self.loop.call_later(READ_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._sending is not None:
            self._sending.cancel()
            self._sending = None

    @property
    def _idle(self) -> bool:
        return self.cycle is None or self.cycle.response_complete

    def _await_head(self) -> None:
        if self._patience is None:
            self._patience = self.loop.call_later(HEAD_SECONDS, self.transport.abort)

    def _head_is_there(self) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
