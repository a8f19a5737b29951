"""The pages on guidance, describing, data and profiles open in three languages, without an error."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

import checker.reports.texts
from checker.knowledge import load

PAGES = ("guidance", "describe", "data", "profiles")


def _page(name: str, language: str) -> None:
    from importlib import import_module

    from checker.knowledge import load
    from checker.reports.texts import Wording
    from ui.context import Context

    known = load()
    import_module(f"ui.pages.{name}").show(Context(known, language, Wording(known.interface_texts(language))))


@pytest.mark.parametrize("language", ["en", "es", "fr"])
@pytest.mark.parametrize("name", PAGES)
def test_page_opens(name: str, language: str) -> None:
    at = AppTest.from_function(_page, default_timeout=60, args=(name, language)).run()
    assert not at.exception
    assert not at.error


def test_an_address_opens_a_requirement() -> None:
    at = AppTest.from_function(_page, default_timeout=60, args=("guidance", "en"))
    at.query_params["requirement"] = "SOP-07"
    at.run()
    assert not at.exception
    assert "Consent procedure described" in "".join(str(getattr(e.proto, "body", "")) for e in at.get("html"))
    assert checker.reports.texts.Wording(load().interface_texts("en"))("know-walk") in [s.value for s in at.subheader]


def test_an_answer_is_judged_and_nothing_else_is() -> None:
    at = AppTest.from_function(_page, default_timeout=60, args=("describe", "en")).run()
    before = dict(at.session_state["form-held"])
    key = next(b.key for b in at.button_group if str(b.key).startswith("said ") and "?" not in str(b.key))
    question = key.split()[1]
    at.button_group(key=key).set_value("yes").run()
    assert not at.exception
    assert at.session_state["describe-form"].answers
    after = at.session_state["form-held"]
    changed = [r for r in after if after[r] is not before[r]]
    assert changed == [r.id for r in load().requirements.values() if question in {c.id for c in r.claims}]
