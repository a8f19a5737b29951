"""Words are compared by stem, with case and accents folded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.evidence.words import Stemmer
from checker.knowledge import load


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "Coordination committees", "coordination committee"),
        ("es", "REUNIÓN", "reuniones"),
        ("fr", "l'évaluation des besoins", "évaluations besoin"),
        ("es", "las personas retornadas", "persona retornada"),
    ],
)
def test_forms_of_a_word_meet_in_a_stem(language: str, one: str, other: str) -> None:
    stemmer = Stemmer(load().languages[language])
    assert stemmer.stems(one) == stemmer.stems(other)


def test_a_phrase_of_stop_words_alone_keeps_them() -> None:
    assert Stemmer(load().languages["en"]).stems("as such") == ("as", "such")


@given(st.text(max_size=200))
def test_words_point_back_into_the_text(text: str) -> None:
    words = Stemmer(load().languages["es"]).words(text)
    assert all(0 <= w.start < w.end <= len(text) for w in words)
    assert [w.start for w in words] == sorted(w.start for w in words)
