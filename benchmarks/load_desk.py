"""The desk under load: 20 people, each at a review, two of them at the same one.

usage: python -m benchmarks.load_desk [--people N] [--browsers N] [--rounds N] [--waves N] [--pause SECONDS]

Some sit at real browsers, the others speak the protocol of the page, as 20 browsers would take the machine for
themselves. Each accepts, corrects with a reason, comments and undoes; the time is from the act to its answer. After
that the store is read: whatever was shown as saved must be in it. Between waves all have left; what the server holds
then must not grow.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
import time
from pathlib import Path

from playwright.async_api import Browser, async_playwright

from benchmarks.load.person import Confirmed, Visit, visit
from benchmarks.load.session import attend
from benchmarks.load.watching import Watch, percentiles, slope, watched
from checker.check import Options, check
from checker.knowledge import load
from checker.readers import Document
from checker.reviews.opening import open_store
from checker.reviews.store import NewReview
from tests.browser import LAUNCH_ARGS, chromium_path
from tests.shared_material import ROOT
from tests.ui.serving import served

DRAFT = ROOT / "examples/drafts/sop-reintegration-en.docx"
FORGOTTEN = 135.0
"""Seconds after which the server lets go of a page that was closed."""


def main() -> int:
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("--people", type=int, default=20)
    asked.add_argument("--browsers", type=int, default=2)
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--waves", type=int, default=3)
    asked.add_argument("--pause", type=float, default=2.0)
    said = asked.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reviews = _reviews(folder, said.people * said.waves)
        print(f"{said.people} people, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}", flush=True)
        confirmed: list[Confirmed] = []
        with served(folder) as address, watched(_server(folder), folder / "tmp") as watch:
            resting = [_megabytes(watch)]
            for wave in range(said.waves):
                chosen = reviews[wave * said.people : (wave + 1) * said.people]
                chosen[-1] = chosen[0]
                visits = asyncio.run(_all(address, chosen, said))
                confirmed += [one for made in visits for one in made.confirmed]
                _say(visits, watch)
                time.sleep(FORGOTTEN)
                resting.append(_megabytes(watch))
                print(f"  all gone: {resting[-1]:.1f} MB", flush=True)
        lost = _lost(folder, confirmed)
        log = (folder / "server.log").read_text()
    print(f"{len(confirmed)} decisions confirmed on screen, {len(lost)} of them not in the store")
    for one in lost[:20]:
        print(f"  LOST {one}")
    print(f"memory after each wave: {', '.join(f'{held:.1f}' for held in resting)} MB", end="")
    print(f"; fitted slope {slope(list(enumerate(resting[1:]))):+.2f} MB a wave" if len(resting) > 2 else "")
    print(f"errors in the server's log: {log.count('Traceback')}")
    return int(bool(lost))


def _reviews(folder: Path, many: int) -> list[str]:
    """Ids of so many reviews of one draft, each under a name of its own."""
    documents: list[Document] = []
    found = check([DRAFT], load(), Options(), keep=documents.append).report
    store = open_store(folder / "reviews")
    new = [NewReview(f"draft-{n}.docx", DRAFT.read_bytes(), documents[0], found.inputs[0], "everything", "load")
           for n in range(many)]  # fmt: skip
    ids = [store.add(one).id for one in new]
    store.close()
    return ids


def _server(folder: Path) -> int:
    """The process of the app that other processes of it were started by."""
    own = f"TMPDIR={folder / 'tmp'}".encode()
    found = [int(path.parent.name) for path in Path("/proc").glob("[0-9]*/environ") if own in _bytes(path).split(b"\0")]
    return min(found)


def _megabytes(watch: Watch) -> float:
    held = watch.look()
    return held.own + held.started


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


async def _all(address: str, reviews: list[str], said: argparse.Namespace) -> list[Visit]:
    """The first of them are those in browsers."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium_path(), args=list(LAUNCH_ARGS))
        how = (said.rounds, said.pause)
        visits = await asyncio.gather(
            *(_one(browser, address, n, reviews[n], *how) for n in range(said.browsers)),
            *(attend(address, n, reviews[n], *how) for n in range(said.browsers, len(reviews))),
        )
        await browser.close()
    return visits


async def _one(browser: Browser, address: str, number: int, review: str, rounds: int, pause: float) -> Visit:
    """In a context of its own: nothing is shared with the others, as on another computer."""
    context = await browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB")
    try:
        return await visit(await context.new_page(), address, number, review, rounds, pause)
    finally:
        await context.close()


def _say(visits: list[Visit], watch: Watch) -> None:
    acts = sorted({kind for made in visits for kind, _ in made.times})
    print(f"opened: {percentiles([made.opened for made in visits])}")
    for act in acts:
        print(f"  {act:8} {percentiles([seconds for made in visits for kind, seconds in made.times if kind == act])}")
    refused, odd = sum(made.refused for made in visits), [line for made in visits for line in made.odd]
    print(f"  told that another was first: {refused}; not answered: {len(odd)} {odd[:5]}")
    most = max(held.own + held.started for held in watch.seen)
    print(f"  server at most {most:.0f} MB", flush=True)


def _lost(folder: Path, confirmed: list[Confirmed]) -> list[Confirmed]:
    """What was shown as saved, and is not in the store."""
    store = open_store(folder / "reviews")
    kept = {id: list(store.review(id).decisions) for id in {one.review for one in confirmed}}
    store.close()
    lost = []
    for one in confirmed:
        decisions = kept[one.review]
        found = next((made for made in decisions if one.is_(made)), None)
        if found is None:
            lost.append(one)
        else:
            decisions.remove(found)
    return lost


if __name__ == "__main__":
    sys.exit(main())
