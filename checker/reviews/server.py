"""Graphs on a SPARQL 1.1 server, at the addresses that ``oxigraph serve`` has: /query and /update."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any, cast
from urllib.parse import urlsplit

import filelock
import httpx
from pyoxigraph import QueryResultsFormat, QuerySolutions, parse_query_results

from checker.errors import CallError
from checker.reviews.store import StoreError

_CONNECT, _ANSWER, _WAIT = 10.0, 120.0, 60.0
_KEY = re.compile(r"//.*@")
"""User and password in an address, which no line shows."""
_ACCEPTED = "application/sparql-results+json"


class ServerGraphs:
    """A server need not check for conflicts between updates that run at once (Oxigraph does not), so writers go one
    after the other: in this process by a lock, among processes by a file in the folder of blobs, which they share."""

    def __init__(self, url: str) -> None:
        self.place = _KEY.sub("//", url)
        if not _leads_somewhere(url):
            raise CallError(
                f"'{self.place}' is no address of a server",
                remedy="write it like http://host:7878",
                text="error-server-address",
            )
        self._url = url.rstrip("/")
        self._client = httpx.Client(
            trust_env=False, follow_redirects=False, timeout=httpx.Timeout(_ANSWER, connect=_CONNECT)
        )
        self._lock = RLock()
        self._file: filelock.BaseFileLock | None = None

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        answer = self._post("query", query)
        try:
            found = parse_query_results(answer.content, format=QueryResultsFormat.JSON)
            return [tuple(row) for row in cast(QuerySolutions, found)]
        except (ValueError, SyntaxError, TypeError):
            raise self._trouble("it answers with something else than results of SPARQL") from None

    def update(self, text: str) -> None:
        self._post("update", text)

    def lock_with(self, folder: Path) -> None:
        """From now on, writers in other processes are kept out by a file in this folder."""
        self._file = filelock.FileLock(
            folder / "lock", timeout=_WAIT, poll_interval=0.01, mode=folder.stat().st_mode & 0o666
        )

    @contextmanager
    def alone(self) -> Iterator[None]:
        with self._lock:
            if self._file is None:
                yield
                return
            try:
                self._file.acquire()
            except (filelock.Timeout, OSError) as error:
                raise self._trouble(
                    f"its lock cannot be had ({error})",
                    "see who else writes, and the rights to the folder of blobs",
                    text="error-server-lock",
                ) from error
            try:
                yield
            finally:
                self._file.release()

    def close(self) -> None:
        self._client.close()

    @property
    def closed(self) -> bool:
        return self._client.is_closed

    def _post(self, what: str, text: str) -> httpx.Response:
        headers = {"Content-Type": f"application/sparql-{what}", "Accept": _ACCEPTED}
        if self.closed:
            raise self._trouble("it was closed")
        try:
            answer = self._client.post(f"{self._url}/{what}", content=text.encode(), headers=headers)
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise self._trouble(f"it cannot be reached ({type(error).__name__})") from error
        if answer.status_code in (401, 403):
            raise self._trouble(
                f"it does not let us in ({answer.status_code})",
                "write user and password into GUIDECHECK_STORE: https://user:password@host",
                text="error-server-shut",
            )
        if not answer.is_success:
            said = " ".join(answer.text[:200].split())
            raise self._trouble(f"it refuses a {what} ({answer.status_code} {said})".replace(" )", ")"))
        return answer

    def _trouble(self, what: str, remedy: str = "", *, text: str = "error-server") -> StoreError:
        return StoreError(
            f"the server of reviews cannot be used: {what}",
            where=self.place,
            remedy=remedy or "check the address in GUIDECHECK_STORE and that the server runs, then try again",
            text=text,
        )


def _leads_somewhere(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
