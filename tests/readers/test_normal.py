"""One spelling for text that looks the same."""

from __future__ import annotations

from time import process_time

import pytest

from checker.readers.markers import is_contents_entry
from checker.readers.normal import normalise


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("re\u0301inte\u0301gration", "réintégration"),
        ("of\ufb01ce, a\ufb00air, \ufb02ow", "office, affair, flow"),
        ("re\u00adinte\u00adgra\u00adtion", "reintegration"),
        ("1\u00a0200\u202fpersons\t and\n more ", "1 200 persons and more"),
        ("zero\u200bwidth \ufeffmark", "zerowidth mark"),
        ("a\x00b\ud800c", "ab\ufffdc"),
        ("in " + "1,0." * 5000 + " cases", "in " + "1,0." * 75 + " cases"),
    ],
)
def test_normalise(written, read):
    assert normalise(written) == read
    assert normalise(read) == read


@pytest.mark.parametrize("text", ["." * 50_000, ". " * 50_000, "…" * 50_000])
def test_dots_without_a_page_are_looked_at_once(text):
    started = process_time()
    assert not is_contents_entry(text)
    assert is_contents_entry(f"Aims {text} 5")
    assert process_time() - started < 5
