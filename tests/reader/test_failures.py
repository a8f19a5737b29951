"""Whatever goes wrong at the reader's end leaves the verdict as it was, and is said."""

from __future__ import annotations

import csv

import pytest

from checker.errors import CallError, ReaderStoppedError
from checker.knowledge import load
from tests.reader.checking import CONSENT, HERE, checked, options
from tests.reader.failing import MODELS
from tests.reader.serving import Asked, Plain, Said, nothing, serving

with (HERE / "failures.csv").open(encoding="utf-8", newline="") as lines:
    ROWS = list(csv.DictReader(lines))


@pytest.mark.parametrize("row", ROWS, ids=lambda r: r["what"])
def test_failure(row: dict[str, str]) -> None:
    with serving(MODELS[row["what"]]) as server:
        found = checked(CONSENT, options(server.url, time_out=0.3 if row["what"] == "slow" else 5.0), ids=("SOP-07",))
    assert found.read == found.unread
    assert len(server.asked) == int(row["times"])
    expected = f"1 requirements were left as they were without the reader ({row['why']}: 1)."
    assert expected in found.notes


def test_every_kind_of_failure_is_tried() -> None:
    assert {r["what"] for r in ROWS} == MODELS.keys()


def test_an_endpoint_that_is_down_is_not_asked_for_all() -> None:
    ids = tuple(r.id for r in load().requirements.values() if "sop" in r.kinds)[:20]
    with serving(MODELS["not-found"]) as server:
        found = checked(CONSENT, options(server.url, concurrency=1), ids=ids)
    assert len(server.asked) == 5
    assert found.read == found.unread
    assert "failed (HTTP 404 model not found)" in found.lines[-1]


def test_an_endpoint_that_is_not_there() -> None:
    found = checked(CONSENT, options("http://127.0.0.1:9/v1"), ids=("SOP-07",))
    assert found.read == found.unread
    assert "(reader not reached: 1)" in found.notes[0]


@pytest.mark.parametrize("status", [401, 403])
def test_a_wrong_key_stops_at_once(status: int) -> None:
    with (
        serving(lambda asked: Plain(status, b'{"error": {"message": "bad key secret-key"}}')) as server,
        pytest.raises(ReaderStoppedError) as stopped,
    ):
        checked(CONSENT, options(server.url, key="secret-key", concurrency=1))
    assert len(server.asked) == 1
    assert str(status) in stopped.value.line
    assert "secret-key" not in stopped.value.line


def test_a_server_that_recovers_is_asked_again() -> None:
    calls: list[Asked] = []

    def shaky(asked: Asked) -> Said | Plain:
        calls.append(asked)
        return Plain(500) if len(calls) < 3 else nothing(asked)

    with serving(shaky) as server:
        found = checked(CONSENT, options(server.url), ids=("SOP-07",))
    assert len(calls) == 3
    assert found.read["SOP-07"].read_by is not None


def test_what_an_endpoint_does_not_know_is_left_out() -> None:
    def old(asked: Asked) -> Said | Plain:
        if "response_format" in asked.body:
            return Plain(400, b'{"error": {"message": "unknown parameter response_format"}}')
        return nothing(asked)

    with serving(old) as server:
        found = checked(CONSENT, options(server.url, concurrency=1))
    assert len(server.asked) == 3
    assert all(o.read_by is not None for o in found.read.values())


def test_no_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with serving(nothing) as server:
        checked(CONSENT, options(server.url), ids=("SOP-07",))
    assert len(server.asked) == 1


WRONG = [
    ({"url": None}, "nobody to read"),
    ({"url": "ftp://host/v1"}, "no http address"),
    ({"url": "localhost:11434"}, "no http address"),
    ({"url": "https://user:key@host/v1"}, "more than host and path"),
    ({"url": "http://host/v1?key=1"}, "more than host and path"),
    ({"url": "http://host/v1", "model": None}, "--reader-model"),
    ({"url": "http://host/v1", "limit": 0}, "--reader-limit"),
    ({"url": "http://host/v1", "concurrency": 99}, "--reader-concurrency"),
    ({"url": "http://host/v1", "key": "two words"}, "GUIDECHECK_READER_KEY"),
]


@pytest.mark.parametrize(("given", "said"), WRONG, ids=[said for _, said in WRONG])
def test_a_wrong_call_is_told(given: dict[str, object], said: str) -> None:
    with pytest.raises(CallError) as error:
        checked(CONSENT, options(**{"url": "http://host/v1", **given}))  # type: ignore[arg-type]
    assert said in error.value.line
    assert "two words" not in error.value.line
