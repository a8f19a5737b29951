"""A process that is killed at any moment leaves every decision that it had confirmed, and no half of one."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from checker.reviews.opening import open_store

ROUNDS, STORES = 200, 10
CHILD = """
import os, sys
from checker.reviews.desk import Desk, Person
from checker.reviews.opening import open_store
from tests.reviews.desks import new

def work(folder, out):
    store = open_store(folder)
    desk = Desk(store, Person("Ana", "reviewer"))
    tell = lambda said: os.write(out, (said + "\\n").encode())
    tell("open")
    while True:
        review = desk.add(new(draft=os.urandom(2000))).id
        tell("review " + review)
        seen = None
        for turn in range(20):
            of = review, "SOP-01", seen
            seen = (desk.comment(*of, "word " * 50) if turn % 3 else desk.accept(*of)).id
            tell("decision " + seen)

for turn, line in enumerate(sys.stdin):  # a worker for each line, so that imports are done once
    start, end = os.pipe()
    worker = os.fork()
    if worker == 0:
        os.close(start)
        work(line.strip(), end)
    os.close(end)
    with os.fdopen(start) as said:
        text = said.readline() if turn % 5 else ""  # most are killed once they work, however long opening takes
        print(worker, flush=True)
        text += said.read()
    os.waitpid(worker, 0)
    print(text + ".", flush=True)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="workers are forked")
def test_every_confirmed_decision_is_there_after_two_hundred_kills(tmp_path: Path) -> None:
    dice = random.Random(5)  # noqa: S311
    confirmed: set[str] = set()
    with subprocess.Popen(
        [sys.executable, "-c", CHILD], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdin and parent.stdout
        for turn in range(ROUNDS):
            parent.stdin.write(f"{tmp_path / str(turn % STORES)}\n")
            parent.stdin.flush()
            worker = int(parent.stdout.readline())
            time.sleep(dice.uniform(0.0, 0.2))
            os.kill(worker, signal.SIGKILL)
            while (line := parent.stdout.readline()) != ".\n":
                assert line.endswith("\n"), line
                confirmed.add(line.strip())
        parent.stdin.close()
    kept = {"open"}
    for number in range(STORES):
        store = open_store(tmp_path / str(number))
        assert store.verify() == ()
        for review in (store.review(header.id) for header in store.headers()):
            kept |= {f"review {review.header.id}", *(f"decision {made.id}" for made in review.decisions)}
        store.close()
    assert confirmed - kept == set()
    assert len(confirmed) > STORES
