"""Pages with nothing on them yet say where to begin; a check in which much went wrong says so once."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from checker.reviews.desk import Person
from tests.reports.sample import LANGUAGES, texts
from tests.ui.shown import opened

EMPTY = ("desk", "compare", "reviews")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", EMPTY)
def test_an_empty_page_leads_to_the_first(tmp_path: Path, page: str, language: str) -> None:
    at = opened(page, tmp_path, language=language)
    assert not at.exception
    assert at.button(key=f"{page}-check-first").label == texts(language)["reviews-check-first"]


@pytest.mark.parametrize("page", ["compare", "reviews"])
def test_a_reader_is_not_led_to_what_is_not_allowed(tmp_path: Path, page: str) -> None:
    at = opened(page, tmp_path, person=Person("Ben", "reader"))
    assert f"{page}-check-first" not in [button.key for button in at.button]


def _told(names: list[str]) -> None:
    from checker.errors import InputError
    from checker.knowledge import load
    from checker.reports.texts import Wording
    from ui.context import Context
    from ui.pages.check import _tell

    known = load()
    errors = tuple(InputError("it holds no text", where=name) for name in names)
    _tell(errors, Context(known, "en", Wording(known.interface_texts("en"))))


@pytest.mark.parametrize("names", [[], ["a.docx"], ["a.docx", "b.pdf", "c.odt"]])
def test_one_message_however_many_files_failed(names: list[str]) -> None:
    at = AppTest.from_function(_told, default_timeout=60, args=(names,)).run()
    assert len(at.toast) == min(len(names), 1)
    assert all(name in at.toast[0].value.replace("\\", "") for name in names)
