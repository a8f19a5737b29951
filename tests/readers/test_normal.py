"""One spelling for text that looks the same."""

from __future__ import annotations

import pytest

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
    ],
)
def test_normalise(written, read):
    assert normalise(written) == read
    assert normalise(read) == read
