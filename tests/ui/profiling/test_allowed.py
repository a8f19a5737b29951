"""Who may save and delete where the store of reviews does not open."""

from __future__ import annotations

import pytest
import streamlit as st

from checker.knowledge import load
from checker.reports.texts import Wording
from ui.context import Context
from ui.profiling.allowed import may

CONTEXT = Context(load(), "en", Wording(load().interface_texts("en")))


@pytest.mark.parametrize(("address", "expected"), [("127.0.0.1", True), ("0.0.0.0", False)])  # noqa: S104 - not bound
def test_alone_at_the_machine_everything_may_be_done(address: str, expected: bool) -> None:
    st.config.set_option("server.address", address)
    assert may("reviewer", CONTEXT) == expected
    assert may("administrator", CONTEXT) == expected
