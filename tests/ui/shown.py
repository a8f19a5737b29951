"""A page on a store of one's own, without a browser: what it says, and where it sends the person."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import msgspec
from streamlit.testing.v1 import AppTest

from checker.reviews.desk import Person

ANA = Person("Ana Pérez", "administrator")
TEXTUAL = ("html", "header", "subheader", "text", "error", "info", "warning", "markdown", "caption")


def opened(page: str, store: Path, *, person: Person = ANA, language: str = "en", **query: str) -> AppTest:
    """The page ``ui/pages/PAGE.py`` for this person."""

    def script(page: str, store: str, name: str, role: str, language: str) -> None:
        from importlib import import_module

        from checker.knowledge import load
        from checker.reports.texts import Wording
        from checker.reviews.desk import Desk, Person
        from checker.reviews.opening import open_store
        from ui.context import Context

        knowledge = load()
        t = Wording(knowledge.interface_texts(language))
        desk = Desk(open_store(store), Person(name, role))
        import_module(f"ui.pages.{page}").show(Context(knowledge, language, t, desk))

    at = AppTest.from_function(
        script, default_timeout=60, args=(page, str(store), person.name, person.role, language)
    )  # fmt: skip
    for key, value in query.items():
        at.query_params[key] = value
    return at.run()


def tables(at: AppTest) -> str:
    """The HTML of every table in which things can be pressed."""
    found = at.get("bidi_component")
    return "\n".join(msgspec.json.decode(element.proto.json).get("html", "") for element in found)


def said(at: AppTest) -> str:
    """What the page says, the tables included."""
    elements = [e for kind in TEXTUAL for e in at.get(kind)]
    texts = [str(getattr(e, "value", None) or getattr(e.proto, "body", "")) for e in elements]
    return unescape("\n".join((*texts, tables(at))).replace("\\", ""))
