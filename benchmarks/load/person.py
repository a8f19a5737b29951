"""A person at the desk, with the keyboard."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from time import perf_counter

from playwright.async_api import Error, Page

from checker.reviews.model import Decision

PATIENCE = 900_000
"""Milliseconds: longer than anything takes that does not hang."""
SAVED = """(id) => {
  const all = [...document.querySelectorAll(".gd-row .gd-row-facts")];
  const facts = all.find((one) => one.textContent.startsWith(id + " "));
  const row = facts.closest(".gd-row");
  const sign = row.querySelector(".gd-done").textContent;
  return sign === "!" ? "refused" : sign === "…" ? "" : "saved";
}"""
CURRENT = 'document.querySelector(".gd-row.gd-current .gd-row-facts").textContent.split(" ")[0]'
PROPOSED = 'document.querySelector(".gd-verdict.gd-proposal, .gd-verdict[aria-pressed=true]").className'
FOCUS = 'document.activeElement.classList.contains("{}")'
KEYS = {"met": "1", "partly-met": "2", "not-met": "3", "not-stated": "4"}


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Something that the screen showed as saved."""

    review: str
    requirement: str
    act: str
    verdict: str = ""
    text: str = ""

    def is_(self, made: Decision) -> bool:
        if (made.requirement, made.act) != (self.requirement, self.act):
            return False
        if self.act == "comment":
            return made.comment == self.text
        return self.act != "correct" or (made.verdict, made.why) == (self.verdict, self.text)


@dataclass
class Visit:
    """``times`` are acts with the seconds from the last key to the sign that they are saved."""

    opened: float = 0
    times: list[tuple[str, float]] = field(default_factory=list)
    confirmed: list[Confirmed] = field(default_factory=list)
    refused: int = 0
    odd: list[str] = field(default_factory=list)


async def visit(page: Page, address: str, number: int, review: str, rounds: int, pause: float) -> Visit:
    """Opens the review and decides: accept, correct with a reason, comment, and undo in every second round."""
    made, began = Visit(), perf_counter()
    page.set_default_timeout(PATIENCE)
    await page.goto(f"{address}/desk?review={review}")
    await page.locator(".gd-row.gd-current").wait_for()
    made.opened = perf_counter() - began
    for turn in range(rounds):
        try:
            await _accept(page, made, review)
            await asyncio.sleep(pause)
            await _correct(page, made, review, f"person {number}, round {turn}")
            await asyncio.sleep(pause)
            await _comment(page, made, review, f"comment <b>{number}</b> in round {turn}")
            await asyncio.sleep(pause)
            if turn % 2:
                await _undo(page, made, review)
                await asyncio.sleep(pause)
        except Error as error:
            made.odd.append(f"person {number}, round {turn}: {str(error).splitlines()[0]}")
    return made


async def _accept(page: Page, made: Visit, review: str) -> None:
    """On a requirement that nobody has decided."""
    await page.keyboard.press("g")
    id = await page.evaluate(CURRENT)
    began = perf_counter()
    await page.keyboard.press("a")
    await _saved(page, made, Confirmed(review, id, "accept"), began)


async def _correct(page: Page, made: Visit, review: str, why: str) -> None:
    id, shown = await page.evaluate(CURRENT), await page.evaluate(PROPOSED)
    verdict = next(name for name in KEYS if f"gd-v-{name} " not in f"{shown} ")
    began = perf_counter()
    await page.keyboard.press(KEYS[verdict])
    await _saved(page, made, Confirmed(review, id, "correct", verdict), began)
    if await page.evaluate(FOCUS.format("gd-why")):
        await page.keyboard.type(why)
        began = perf_counter()
        await page.keyboard.press("Enter")
        await _saved(page, made, Confirmed(review, id, "correct", verdict, why), began)


async def _comment(page: Page, made: Visit, review: str, text: str) -> None:
    id = await page.evaluate(CURRENT)
    await page.keyboard.press("c")
    if not await page.evaluate(FOCUS.format("gd-comment")):
        made.odd.append(f"no comment on {id}")
        return
    await page.keyboard.press("Control+a")
    await page.keyboard.type(text)
    began = perf_counter()
    await page.keyboard.press("Control+Enter")
    await _saved(page, made, Confirmed(review, id, "comment", text=text), began)
    await page.keyboard.press("Escape")


async def _undo(page: Page, made: Visit, review: str) -> None:
    """The last decision of the visit, which may be on another requirement."""
    await page.evaluate('document.querySelector(".gd-said").textContent = ""')
    began = perf_counter()
    await page.keyboard.press("u")
    id = await page.evaluate(CURRENT)
    if id in await page.locator(".gd-said").inner_text():
        await _saved(page, made, Confirmed(review, id, "undo"), began)


async def _saved(page: Page, made: Visit, act: Confirmed, began: float) -> None:
    """Waits for the sign. Where another person was first, takes what they left."""
    told = await (await page.wait_for_function(SAVED, arg=act.requirement)).json_value()
    if told == "saved":
        made.times.append((act.act, perf_counter() - began))
        made.confirmed.append(act)
        return
    made.refused += 1
    await page.locator(".gd-row", has_text=f"{act.requirement} ·").click()
    await page.locator(".gd-told .gd-button").first.click()
