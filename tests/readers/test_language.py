"""The language of a draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.knowledge import load
from checker.readers import read
from checker.readers.language import Signs, detect

SIGNS = {code: Signs(frozenset(x.little_words), x.own_letters) for code, x in load().languages.items()}

SENTENCES = {
    "en": "The ministry in charge shall set up a committee, and the services are open to all who return.",
    "es": "El ministerio competente creará un comité, y los servicios están abiertos a todas las personas retornadas.",
    "fr": "Le ministère chargé du retour met en place un comité, et les services sont ouverts à toutes les personnes.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence(language):
    assert detect(SENTENCES[language], SIGNS)[0] == language


@pytest.mark.parametrize("language", SENTENCES)
def test_the_majority_of_a_mixed_draft(language):
    text = "\n".join([SENTENCES[language]] * 200 + [SENTENCES[other] for other in SENTENCES] * 30)
    found, confidence = detect(text, SIGNS)
    assert found == language
    assert 0.4 < confidence < 0.9


def test_nothing_to_go_by():
    assert detect("", SIGNS) == ("en", 0.0)
    assert detect("12 | 13", SIGNS)[1] == 0.0
    assert detect("Die Behörde ist für die Umsetzung zuständig und berichtet jedes Jahr.", SIGNS)[1] < 0.3


@pytest.mark.parametrize("name", ["policy-es.docx", "referral-fr.docx", "sop-en.docx", "community-es.pdf"])
def test_drafts(shared: Path, name):
    found, confidence = detect(read(shared / "drafts" / "dev" / name).text, SIGNS)
    assert found == name.partition(".")[0][-2:]
    assert confidence > 0.7
