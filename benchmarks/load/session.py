"""A session on the desk without a browser: what the page would send, and what it is told."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from tornado.websocket import WebSocketClientConnection, websocket_connect

from benchmarks.load.person import Confirmed, Visit

REFRESH = 8.0
"""Seconds after which a page asks by itself."""


@dataclass
class Session:
    """``live`` is what the desk was told last, with the widget and the fragment that it stands in; ``drawn`` says how
    often the whole page came."""

    line: WebSocketClientConnection
    query: str
    content: dict[str, Any] = field(default_factory=dict)
    live: dict[str, Any] = field(default_factory=dict)
    page: str = ""
    widget: str = ""
    fragment: str = ""
    tries: int = 0
    drawn: int = 0
    waiting: list[dict[str, Any]] = field(default_factory=list)
    heard: asyncio.Event = field(default_factory=asyncio.Event)
    errors: list[str] = field(default_factory=list)

    async def ask(self, *, by_itself: bool = False) -> None:
        message = BackMsg()
        run = message.rerun_script
        run.query_string, run.is_auto_rerun = self.query, by_itself
        run.page_script_hash, run.page_name = self.page, "" if self.page else "desk"
        if self.fragment:
            run.fragment_id = self.fragment
            state = run.widget_states.widgets.add()
            state.id = self.widget
            state.json_value = json.dumps({"acts": {"tries": self.tries, "acts": self.waiting}})
        await self.line.write_message(message.SerializeToString(), binary=True)

    async def listen(self) -> None:
        while isinstance(said := await self.line.read_message(), bytes):
            message = ForwardMsg.FromString(said)
            self.page = message.new_session.page_script_hash or self.page
            element = message.delta.new_element
            if element.HasField("exception") or element.HasField("alert"):
                self.errors.append((element.exception.message or element.alert.body)[:200])
            if element.WhichOneof("type") == "bidi_component":
                self._take(element.bidi_component, message.delta.fragment_id)

    def _take(self, component: Any, fragment: str) -> None:
        if component.component_name.endswith("guidecheck_desk_content"):
            self.content = json.loads(component.json)
            self.drawn += 1
        elif component.component_name.endswith("guidecheck_desk"):
            self.live, self.widget, self.fragment = json.loads(component.json), component.id, fragment
            self.heard.set()

    async def act(self, **act: Any) -> dict[str, Any]:
        """Sends it and waits for its answer."""
        standing = self.live["standing"].get(act["requirement"])
        sent = {"id": str(uuid4()), "seen": standing["id"] if standing else None, **act}
        self.waiting, self.tries = [sent], self.tries + 1
        self.heard.clear()
        await self.ask()
        while True:
            await self.heard.wait()
            self.heard.clear()
            for answer in self.live["answers"]:
                if answer["act"] == sent["id"]:
                    self.waiting = []
                    return dict(answer)


async def attend(address: str, number: int, review: str, rounds: int, pause: float) -> Visit:
    """As ``person.visit``: accept, correct with a reason, comment, and undo in every second round."""
    made, began = Visit(), perf_counter()
    url = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    line = await websocket_connect(url, subprotocols=["streamlit"], max_message_size=2**28)
    session = Session(line, f"review={quote(review)}")
    listening = asyncio.create_task(session.listen())
    await session.ask()
    await session.heard.wait()
    made.opened = perf_counter() - began
    asking = asyncio.create_task(_refreshed(session))
    open_ones = [row["id"] for row in session.content["rows"] if row["verdict"] != "not-applicable"]
    for turn, requirement in zip(range(rounds), open_ones, strict=False):
        why, text = f"person {number}, round {turn}", f"comment <b>{number}</b> in round {turn}"
        acts: list[dict[str, Any]] = [
            {"kind": "accept"},
            {"kind": "correct", "verdict": "not-met", "why": why},
            {"kind": "comment", "text": text},
            *([{"kind": "undo"}] if turn % 2 else []),
        ]
        for act in acts:
            began = perf_counter()
            answer = await session.act(requirement=requirement, **act)
            seconds = perf_counter() - began
            if answer.keys() == {"act"}:
                made.times.append((act["kind"], seconds))
                text_of = act.get("why") or act.get("text", "")
                said = Confirmed(review, requirement, act["kind"], act.get("verdict", ""), text_of)
                made.confirmed.append(said)
            elif "standing" in answer:
                made.refused += 1
            else:
                made.odd.append(str(answer))
            await asyncio.sleep(pause)
    made.odd += session.errors
    asking.cancel()
    listening.cancel()
    line.close()
    return made


async def _refreshed(session: Session) -> None:
    while True:
        await asyncio.sleep(REFRESH)
        if not session.waiting:
            await session.ask(by_itself=True)
