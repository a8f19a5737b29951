"""JSON of reports: what is written is what was meant, and nothing in it is a command to a runner."""

from __future__ import annotations

import json

from hypothesis import example, given
from hypothesis import strategies as st

from checker.reports.pretty import pretty

TEXTS = st.text(st.characters(blacklist_categories=()), max_size=12) | st.sampled_from(("##[error]", "a\udcffb", "é\n"))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(-1, 1).map(lambda x: round(x, 4)) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
@example({"path": "draft\udcff.ttl", "said": "##[group]", "none": [], "nothing": {}})
def test_it_says_the_same_and_is_utf_8(value: object) -> None:
    written = pretty(value)
    assert json.loads(written.encode("utf-8")) == json.loads(json.dumps(value))
    assert "##[" not in written
    assert written.endswith("\n")


def test_it_is_written_as_python_writes_it() -> None:
    value = {"a": [1, 0.25, "é"], "b": {"c": [], "d": {}, "e": None, "f": True}, "g": [{"h": "i"}]}
    assert pretty(value) == json.dumps(value, ensure_ascii=False, indent=1) + "\n"
