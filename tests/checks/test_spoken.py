"""Drafts in other languages, and in two."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from checker.check import Options, check
from checker.errors import InputError
from checker.knowledge import load
from checker.report import InputReport

KNOWLEDGE = load()
with Path(__file__).with_name("languages.csv").open(encoding="utf-8") as table:
    TEXTS = {row["language"]: row["text"] for row in csv.DictReader(table)}
FRENCH = """# Politique nationale de réintégration des migrants de retour

Le ministère chargé des migrations assure le suivi de chaque personne et publie un rapport chaque année.

Un comité de pilotage se réunit chaque trimestre ; il est présidé par le ministère et comprend les communes.

Les personnes de retour sont informées de leurs droits dans une langue qu'elles comprennent.

"""
ENGLISH = """## Annex 1. Complaints

Returnees can bring a complaint to an independent office, in person or by telephone, free of charge.

The complaint is answered within ten working days, and nobody loses assistance because of a complaint.

"""


def checked(folder: Path, text: str, language: str | None = None) -> InputReport:
    path = folder / "draft.md"
    path.write_text(text, encoding="utf-8")
    outcome = check([path], KNOWLEDGE, Options(language=language))
    if outcome.errors:
        raise outcome.errors[0]
    return outcome.report.inputs[0]


@pytest.mark.parametrize("language", TEXTS)
def test_a_language_that_is_not_read_is_named(tmp_path, language):
    with pytest.raises(InputError) as caught:
        checked(tmp_path, f"# 1\n\n{TEXTS[language]}\n")
    assert caught.value.line == (
        f"draft.md: the text seems to be in {language}, which is not read; "
        "give it in English, Spanish or French, or say with --language which of these it is"
    )
    assert caught.value.exit_code == 2


def test_a_language_that_nobody_told_us_of(tmp_path):
    finnish = (
        "Tämä luonnos koskee palaavien henkilöiden palveluja. Ministeriö vastaa toimeenpanosta ja julkaisee "
        "vuosittain kertomuksen. Kunta laatii suunnitelman yhdessä henkilön perheineen kanssa. "
    )
    with pytest.raises(InputError, match="a language that is not known here"):
        checked(tmp_path, finnish * 10)


def test_the_language_can_be_forced(tmp_path):
    report = checked(tmp_path, TEXTS["Portuguese"], "es")
    assert report.language == "es"
    assert "El texto parece estar en portugués" in report.notes[0]


def test_a_short_annex_in_another_language_is_noted(tmp_path):
    report = checked(tmp_path, FRENCH * 6 + "## Resumo\n\n" + TEXTS["Portuguese"])
    assert report.language == "fr"
    assert any("portugais" in note and "n'a pas été cherché" in note for note in report.notes)


def test_a_draft_in_one_language_has_no_note_on_another(tmp_path):
    assert not any("%" in note for note in checked(tmp_path, FRENCH * 2).notes)


def test_a_long_annex_in_another_language_is_searched_too(tmp_path):
    alone = verdicts(checked(tmp_path, FRENCH + "## Annexe\n\n"))
    report = checked(tmp_path, FRENCH + ENGLISH)
    assert any("anglais" in note and "aussi été cherchés" in note for note in report.notes)
    quoted = [e.quote for r in report.requirements for e in r.evidence]
    assert any("independent office" in quote for quote in quoted)
    better = {i for i, verdict in verdicts(report).items() if verdict == "met" and alone.get(i) != "met"}
    assert better


def verdicts(report: InputReport) -> dict[str, str]:
    return {r.id: r.verdict for r in report.requirements}
