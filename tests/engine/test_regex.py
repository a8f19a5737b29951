"""Both engines for expressions say the same of the same text."""

from __future__ import annotations

import duckdb
import pytest

from checker.engine.tables.regex import in_duckdb, in_python

TEXTS = ["deux écoles", "deux e\u0301coles", "12 %", "a\nb", "l'été", "naïf_", "  ", "١٢", "ÉCOLE", "x-y", "a\u00a0b"]
PATTERNS = [
    (r"\bé", ""),
    (r"(^|\W)coles", ""),
    (r"^\w+$", ""),
    (r"^[\w-]+$", ""),
    (r"\d", ""),
    (r"^\D+$", ""),
    (r"\s", ""),
    (r"a.b", ""),
    (r"a.b", "s"),
    (r"école", "i"),
    (r"^b$", "m"),
    (r"^\S+$", ""),
    (r"(a)\1", ""),
    (r"x(?!z)", ""),
    (r"[^\w]", ""),
]


@pytest.mark.parametrize(("pattern", "flags"), PATTERNS)
def test_engines_agree(pattern: str, flags: str) -> None:
    expression = in_duckdb(pattern, flags)
    if expression is None:
        assert any(form in pattern for form in (r"\b", r"\1", "(?!"))
        return
    for text in TEXTS:
        found = duckdb.execute("SELECT regexp_matches(?, ?)", [text, expression]).fetchall()
        assert found == [(in_python(pattern, flags).search(text) is not None,)], (pattern, text)
