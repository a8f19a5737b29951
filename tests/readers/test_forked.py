"""What happens in a fork stays there: what ends it, stops it or reaches out from it is an error here, in a sentence."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pyoxigraph as ox
import pytest

from checker.errors import GuidecheckError, InputError, ToolError
from checker.readers import forked
from checker.readers.forked import Line, Work, apart
from tests.attacks.canary import canary

pytestmark = pytest.mark.skipif(not forked.can_fork(), reason="the kernel of this machine has no such filter")


def ended() -> bytes:
    os.abort()


def killed() -> bytes:
    os.kill(os.getpid(), 9)
    return b""


def endless() -> bytes:
    while True:
        pass


def wide() -> bytes:
    return bytes(2 * forked.MEMORY)


def wrong() -> bytes:
    raise KeyError("x")


def fine() -> bytes:
    return b"fine"


@pytest.mark.parametrize(
    ("do", "kind", "said"),
    [
        (ended, InputError, "the parser stopped on it (exit -6)"),
        (killed, InputError, "the parser stopped on it (exit -9)"),
        (endless, InputError, "checking took longer than 0.3 seconds"),
        (wide, InputError, "reading it needs too much memory"),
        (wrong, ToolError, "the tool failed on it (KeyError: 'x')"),
    ],
)
def test_one_line_and_the_others_go_on(do: Callable[[], bytes], kind: type[GuidecheckError], said: str) -> None:
    works = [Work(name, lambda _, do=one: do()) for name, one in (("a", fine), ("bad.ttl", do), ("c", fine))]
    with Line(works, seconds=0.3 if do is endless else None) as line:
        assert line.next() == b"fine"
        with pytest.raises(kind) as raised:
            line.next()
        assert raised.value.line.startswith(f"bad.ttl: {said}")
        assert "\n" not in raised.value.line
        assert line.next() == b"fine"


def test_an_error_comes_as_it_was() -> None:
    cause = SyntaxError("bad", ("a.ttl", 3, 7, None))

    def refuse() -> bytes:
        raise InputError("is bad", where="a.ttl:3", remedy="mend it", text="error-syntax", format="TURTLE") from cause

    with pytest.raises(InputError) as raised:
        apart("a.ttl", refuse)
    error = raised.value
    assert (error.line, error.text, dict(error.fields)) == (
        "a.ttl:3: is bad; mend it", "error-syntax", {"format": "TURTLE"},
    )  # fmt: skip
    assert isinstance(error.__cause__, SyntaxError)
    assert (error.__cause__.lineno, error.__cause__.offset) == (3, 7)


def test_signs_of_life_are_passed_on_and_keep_it_alive() -> None:
    def slow(alive: Callable[[int, int], None]) -> bytes:
        for n in range(5):
            time.sleep(0.2)
            alive(n, 5)
        return b"late"

    seen: list[tuple[int, int]] = []
    with Line([Work("a", slow)], lambda done, of: seen.append((done, of)), seconds=0.9) as line:
        assert line.next() == b"late"
    assert seen == [(n, 5) for n in range(5)]


def test_it_reaches_nobody_starts_nothing_and_says_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with canary(tmp_path) as found:
        service = f"SELECT * {{ SERVICE <{found.url}> {{ ?s ?p ?o }} }}"
        for act in (
            lambda: list(ox.Store().query(service)),
            partial(os.posix_spawn, "/bin/true", ["true"], {}),
        ):
            with pytest.raises(ToolError):
                apart("a", lambda act=act: str(act()).encode())
        apart("a", lambda: os.write(1, b"out") and os.write(2, b"err") and b"")
        found.unharmed()
    assert capfd.readouterr() == ("", "")


def test_nothing_is_left_of_a_line_that_is_given_up() -> None:
    with Line([Work("a", lambda _: endless())]) as line:
        child = line._child
        os.kill(child, 0)
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_where_the_system_cannot_it_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forked, "can_fork", lambda: False)
    assert apart("a", lambda: b"%d" % os.getpid()) == b"%d" % os.getpid()
