"""Case and accents are folded in one way wherever text is compared."""

from __future__ import annotations

import pytest

from checker.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"), [("Señalización ÉTÉ", "senalizacion ete"), ("Évaluación", "evaluacion"), ("ﬁn", "fin")]
)
def test_fold_drops_case_and_accents(text: str, folded: str) -> None:
    assert fold(text) == folded
