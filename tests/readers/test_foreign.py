"""The language of each passage."""

from __future__ import annotations

import pytest

from checker.readers.foreign import Listener, Tongue, shares
from checker.readers.numbering import pages

EARS = Listener(
    {
        "en": Tongue(frozenset(("the", "and", "of", "is", "for"))),
        "fr": Tongue(frozenset(("les", "des", "et", "est", "pour"))),
        "ru": Tongue(frozenset(("это", "как")), "ыэъё", "CYRILLIC"),
        "uk": Tongue(frozenset(("це", "як")), "іїєґ", "CYRILLIC"),
    }
)


def test_short_texts_go_with_what_stands_before_them():
    texts = ["Annexe", "The council of the region is there for all", "Paris", "Les communes et les services", "A | 1"]
    assert EARS.heard(texts, "fr") == ("fr", "en", "en", "fr", "fr")


def test_languages_of_one_script_are_told_by_their_own_letters():
    assert EARS.heard(["Цей план її громади", "Этот план общины"], "en") == ("uk", "ru")


def test_a_name_in_another_script_changes_nothing():
    assert EARS.heard(["The office of Тбилиси is open for all and the public"], "fr") == ("en",)


def test_numbers_of_annexes_are_no_words():
    assert EARS.heard(["A.1 | A.2 | C.1 | C.2"], "en") == ("en",)


@pytest.mark.parametrize("words, strange", [("the plan of work ", False), ("suunnitelma koskee palveluja ", True)])
def test_a_text_without_little_words_that_are_known(words, strange):
    assert EARS.strange([words * 60]) is strange
    assert not EARS.strange([words])


def test_shares_are_of_characters():
    assert shares(["aaa", "b"], ["en", "fr"]) == {"en": 0.75, "fr": 0.25}


@pytest.mark.parametrize(
    "numbers, said",
    [([3], "page 3"), ([1, 2, 3, 7], "pages 1-3, 7"), ([4, 5], "pages 4, 5"), (range(1, 99, 2), "pages 1, 3, 5, 7")],
)
def test_page_numbers(numbers, said):
    assert pages(list(numbers)).startswith(said)
